//! A program with a wire before it, and people.

use std::time::Duration;

use tempfile::TempDir;
use veiligchat::{client::Intake, domain::questions::GivenAnswer};

use super::{
    http::Browser,
    page::until,
    program::{Disk, Program},
    visitor::Visitor,
    wire::Wire,
    worker::Worker,
};
use crate::edge::site::UTRECHT;

/// How long anything may take that people wait for.
pub const PATIENCE: Duration = Duration::from_mins(1);

/// A program, and the wire that leads to it.
pub struct Scene {
    pub program: Program,
    pub wire: Wire,
    _folder: TempDir,
}

impl Scene {
    pub async fn open() -> Self {
        Self::on(Disk::Usual).await
    }

    /// The same with its data on this disk.
    pub async fn on(disk: Disk) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let program = Program::start(&folder.path().join("data"), disk);
        let wire = Wire::to(program.address).await;
        Self { program, wire, _folder: folder }
    }

    /// A browser without a cookie.
    pub fn browser(&self) -> Browser {
        Browser::new(self.wire.address(), "")
    }

    pub async fn worker(&self, name: &str, capacity: u8) -> Worker {
        Worker::comes(self.wire.address(), name, capacity).await
    }

    /// A visitor of Utrecht who gave this nickname and this answer.
    pub async fn visitor(&self, nickname: &str, answer: &str) -> Visitor {
        let (question, answer) = ("Wat is er aan de hand?".to_owned(), answer.to_owned());
        let answers = vec![GivenAnswer { question, answer }];
        let intake = Intake { nickname: nickname.to_owned(), answers, language: "nl".to_owned() };
        Visitor::signs_up(self.browser(), UTRECHT, intake).await.unwrap()
    }

    /// The program is started again, at another address.
    pub fn starts_again(&mut self) {
        self.program.start_again();
        self.wire.leads_to(self.program.address);
    }
}

/// Waits until this visitor talks with one of these workers, and tells with whom.
pub async fn talks(visitor: &Visitor, workers: &[Worker]) -> Worker {
    let with = || workers.iter().find(|worker| worker.is_talking_to(visitor));
    until(PATIENCE, "they talk", || visitor.is_talking() && with().is_some()).await;
    with().unwrap().clone()
}
