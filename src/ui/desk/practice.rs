//! A scripted visitor, to practise on. It is played in the worker's own browser: nothing of it
//! reaches the server, no queue knows it, and nothing counts it.
//!
//! A plain state machine: `now` is an argument.

mod heard;

use std::time::Duration;

pub use heard::Heard;

use crate::{
    domain::{ids::ConversationId, moment::Moment},
    ui::text::{
        Language,
        practice::{Both, Script},
    },
};

/// The name of the practice among the conversations. Real ones are random; none is this.
pub const PRACTICE: ConversationId = ConversationId::from_bytes([0; 16]);

/// How long a visitor waits for a word of the worker before asking.
const SILENCE: Duration = Duration::from_mins(1);

/// How long the visitor reads before typing.
const READING: Duration = Duration::from_millis(1_500);

/// Who says something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// The worker who practises.
    Worker,
    /// The scripted visitor.
    Visitor,
}

/// Something that was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// By whom.
    pub who: Who,
    /// What.
    pub text: String,
    /// When.
    pub at: Moment,
}

/// How far the practice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// They talk.
    Talking,
    /// The visitor says one last thing and goes.
    Leaving,
    /// It is over: there is feedback.
    Over,
}

/// What the worker did, as far as it can be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Done {
    safety: u32,
    open: u32,
    numbers: u32,
    advice: u32,
    early_advice: u32,
    kind: u32,
    blame: u32,
    farewell: u32,
}

/// One point of the feedback.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Whether it went well.
    pub well: bool,
    /// What to say about it.
    pub words: &'static str,
}

/// A practice.
#[derive(Debug, Clone)]
pub struct Practice {
    script: &'static Script,
    language: Language,
    turns: Vec<Turn>,
    /// What the visitor says next, and from when on.
    next: Option<(Moment, Moment, &'static Both)>,
    /// How much of the story is told.
    told: usize,
    others: usize,
    asked_after_silence: bool,
    last: Moment,
    stage: Stage,
    done: Done,
}

impl Practice {
    /// A practice that begins at `now` with a visitor who starts to type.
    #[must_use]
    pub fn begin(script: &'static Script, language: Language, now: Moment) -> Self {
        let mut practice = Self {
            script,
            language,
            turns: Vec::new(),
            next: None,
            told: 0,
            others: 0,
            asked_after_silence: false,
            last: now,
            stage: Stage::Talking,
            done: Done::default(),
        };
        practice.answer(&script.opening, now);
        practice
    }

    /// The name of the visitor.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.script.name
    }

    /// What was said.
    #[must_use]
    pub fn turns(&self) -> &[Turn] {
        &self.turns
    }

    /// How far it is.
    #[must_use]
    pub const fn stage(&self) -> Stage {
        self.stage
    }

    /// Whether the visitor is typing.
    #[must_use]
    pub fn is_typing(&self, now: Moment) -> bool {
        self.next.is_some_and(|(from, _, _)| now >= from)
    }

    /// The worker wrote.
    pub fn write(&mut self, text: &str, now: Moment) {
        if self.stage != Stage::Talking {
            return;
        }
        self.turns.push(Turn { who: Who::Worker, text: text.to_owned(), at: now });
        self.last = now;
        self.asked_after_silence = false;
        let words = self.react(Heard::in_message(text));
        self.answer(words, now);
    }

    /// Time has passed.
    pub fn tick(&mut self, now: Moment) {
        if let Some((_, due, words)) = self.next {
            if now >= due {
                self.next = None;
                self.last = now;
                let text = words.in_language(self.language).to_owned();
                self.turns.push(Turn { who: Who::Visitor, text, at: now });
                if self.stage == Stage::Leaving {
                    self.stage = Stage::Over;
                }
            }
        } else if self.stage == Stage::Talking && now.since(self.last) >= SILENCE {
            let script = self.script;
            if self.asked_after_silence {
                self.stage = Stage::Leaving;
                self.answer(&script.gives_up, now);
            } else {
                self.asked_after_silence = true;
                self.answer(&script.still_there, now);
            }
        }
    }

    /// The worker ends it.
    pub fn end(&mut self) {
        self.next = None;
        self.stage = Stage::Over;
    }

    /// What to say about how it went.
    #[must_use]
    pub fn feedback(&self) -> Vec<Point> {
        let done = self.done;
        let listened = done.advice > done.early_advice || done.advice == 0 && done.open > 1;
        let [safety, open, number, listening, kind, blame, farewell] =
            &crate::ui::text::practice::FEEDBACK;
        [
            (done.safety > 0, safety),
            (done.open > 1, open),
            (done.numbers > 0, number),
            (listened && done.early_advice == 0, listening),
            (done.kind > 0, kind),
            (done.blame == 0, blame),
            (done.farewell > 0, farewell),
        ]
        .map(|(well, words)| {
            let words = if well { &words.well } else { &words.next_time };
            Point { well, words: words.in_language(self.language) }
        })
        .to_vec()
    }

    fn react(&mut self, heard: Heard) -> &'static Both {
        let script = self.script;
        match heard {
            Heard::Blame => {
                self.done.blame += 1;
                &script.blamed
            }
            Heard::Safety => {
                self.done.safety += 1;
                if self.done.safety == 1 { &script.safety } else { &script.safety_again }
            }
            Heard::Number => {
                self.done.numbers += 1;
                &script.number
            }
            Heard::Advice => {
                self.done.advice += 1;
                if self.told < 2 {
                    self.done.early_advice += 1;
                    &script.advice_early
                } else {
                    &script.advice
                }
            }
            Heard::Open => {
                self.done.open += 1;
                self.tell()
            }
            Heard::Kind => {
                self.done.kind += 1;
                if self.told == 0 { self.tell() } else { &script.kind }
            }
            Heard::Farewell => {
                self.done.farewell += 1;
                self.stage = Stage::Leaving;
                &script.farewell
            }
            Heard::Closed => &script.closed,
            Heard::Other => {
                self.others += 1;
                if self.others.is_multiple_of(2) { self.tell() } else { &script.other }
            }
        }
    }

    /// The next part of the story; when all is told, that.
    fn tell(&mut self) -> &'static Both {
        let script = self.script;
        let part = script.story.get(self.told).unwrap_or(&script.all_told);
        self.told += 1;
        part
    }

    /// A second and a half of reading, and three to eight of typing.
    fn answer(&mut self, words: &'static Both, now: Moment) {
        let letters = words.in_language(self.language).chars().count();
        let typing = u64::try_from(letters / 15).unwrap_or(u64::MAX).clamp(3, 8);
        let from = now + READING;
        self.next = Some((from, from + Duration::from_secs(typing), words));
    }
}

#[cfg(test)]
mod tests;
