//! From what a client knows of a conversation to the lines that are shown.

use super::{Delivery, Line};
use crate::{
    browser::page::time_of_day,
    client::{self, Channel, Remark, Said},
    ui::text::conversation::Conversation,
};

/// The lines of a conversation; the visitor's are shown under `visitor`, the nickname, at the desk.
#[must_use]
pub fn shown_lines(channel: &Channel, visitor: &str, text: &Conversation) -> Vec<Line> {
    let lines = channel.lines();
    lines.into_iter().map(|line| shown(line, channel.is_open(), visitor, text)).collect()
}

fn shown(line: client::Line, open: bool, visitor: &str, words: &Conversation) -> Line {
    let time = line.at.map(time_of_day).unwrap_or_default();
    match line.said {
        Said::Message { text, delivery: Some(delivery), .. } => {
            let delivery = match delivery {
                client::Delivery::Sending if open => Delivery::Sending,
                client::Delivery::Sending => Delivery::Kept,
                client::Delivery::Stored => Delivery::Stored,
                client::Delivery::Delivered => Delivery::Delivered,
                client::Delivery::Failed => Delivery::Failed,
            };
            Line::mine(&text, time, delivery)
        }
        Said::Message { name, text, delivery: None, .. } => {
            let name = if name.is_empty() { visitor.to_owned() } else { name };
            Line::of(name, &text, time)
        }
        Said::Remark(remark) => Line::notice(sentence(&remark, words), time),
    }
}

fn sentence(remark: &Remark, text: &Conversation) -> String {
    match remark {
        Remark::Joined(name) => text.joined.with(&[name]),
        Remark::Left(name) => text.left.with(&[name]),
        Remark::Reconnected(name) => text.reconnected.with(&[name]),
        Remark::Unreadable => text.unreadable.to_owned(),
        Remark::Missing => text.gap.to_owned(),
        Remark::Contradicted => text.contradicted.to_owned(),
    }
}
