//! Who helps whom: what visitors are asked and answer, and what workers ask of each other.

use serde::{Deserialize, Serialize};

use super::Credential;
use crate::domain::{
    desk::{Answer, Target, WishStanding},
    ids::{ConversationId, RegionId, StaffId},
    moment::Moment,
};

/// What a visitor is asked at the moment, told beside the situation and whenever it changes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Asked {
    /// Whether somebody of another region may help.
    pub elsewhere: Elsewhere,
    /// Whether the worker may do what needs a yes.
    pub transfer: Option<TransferAsked>,
}

/// How it stands with help from another region, for who waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Elsewhere {
    /// There is nothing to ask.
    #[default]
    NotAsked,
    /// Somebody of another region could help now: "Ja, graag" or "Nee, ik wacht".
    MayHelp,
    /// The visitor said yes: whoever is free helps.
    Agreed,
    /// The visitor said no, and waits for the own region.
    Declined,
}

/// What a worker would like, and the visitor has a say in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransferAsked {
    /// The number of the question; goes with the answer.
    pub number: u16,
    /// The name of the region that would help.
    pub region_name: String,
    /// The name of the colleague, when it is about one.
    pub name: Option<String>,
    /// What the colleague or the region would do.
    pub help: OfferedHelp,
}

/// What somebody of another region would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum OfferedHelp {
    /// Go on with the conversation in the place of the worker.
    TakeOver,
    /// Read along beside the worker.
    ReadAlong,
}

/// A visitor answers what was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// Whose.
    pub credential: Credential,
    /// To which question.
    pub to: ReplyTo,
    /// Yes or no.
    pub answer: Answer,
}

/// Which question a visitor answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReplyTo {
    /// Whether somebody of another region may help.
    Elsewhere,
    /// What the worker would like: the question with this number.
    Transfer(u16),
}

/// A worker does something about reading along.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// [`super::VERSION`] of the page.
    pub version: u8,
    /// With which conversation.
    pub conversation: ConversationId,
    /// What.
    pub wish: ReadingWish,
}

/// What a worker wishes about reading along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReadingWish {
    /// That this colleague reads along; one of another region only after the visitor's yes.
    Ask(StaffId),
    /// To join, having been asked.
    Join,
    /// That it ends: by who reads, by who was asked and would rather not, or by the worker.
    End,
}

/// A worker passes a visitor on, or takes that back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transfer {
    /// [`super::VERSION`] of the page.
    pub version: u8,
    /// Which conversation.
    pub conversation: ConversationId,
    /// What is wished.
    pub wish: PassOn,
}

/// How a worker passes a visitor on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PassOn {
    /// To the colleague who reads along: at once. To another one: to the front of the queue, and
    /// offered to that colleague first.
    ToColleague(StaffId),
    /// To the front of the queue of a region.
    ToRegion(RegionId),
    /// Takes back what the visitor was asked; or the worker has seen how that ended.
    Withdraw,
}

/// A colleague who may be asked to read along or to take over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Colleague {
    /// Who.
    pub staff: StaffId,
    /// The name that visitors see.
    pub name: String,
    /// The name of the colleague's own region.
    pub region_name: String,
    /// The regions that the colleague is on duty for.
    pub regions: Vec<RegionId>,
    /// Whether the colleague can take a visitor.
    pub availability: Availability,
}

/// Whether a colleague can take a visitor now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Availability {
    /// Has a free place.
    Free,
    /// Is full, or writes something up; can be asked to read along when not beyond the capacity.
    Busy,
    /// Paused; can be asked to read along.
    Paused,
}

/// A region that somebody is on duty for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegionChoice {
    /// Which.
    pub region: RegionId,
    /// Its name.
    pub name: String,
}

/// A colleague asks this worker to read along.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// With which conversation.
    pub conversation: ConversationId,
    /// The name of the colleague.
    pub name: String,
    /// The region that the visitor chose.
    pub region_name: String,
    /// Until when.
    pub until: Moment,
}

/// Who reads along with a conversation, or was asked to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadAlong {
    /// Who.
    pub staff: StaffId,
    /// The name.
    pub name: String,
    /// Until when the invitation stands; `None` once joined.
    pub until: Option<Moment>,
}

/// What the visitor was asked on the worker's behalf, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WishTold {
    /// Whom it is about.
    pub to: Target,
    /// The name of that colleague or region.
    pub name: String,
    /// Whether it still stands, or how it ended.
    pub standing: WishStanding,
}
