//! What workers do together, and what visitors say to it.

use veiligchat::{
    domain::desk::{Answer, Target},
    protocol::{DeskPush, Elsewhere, PassOn, ReadingWish, Refusal},
};

use super::{
    World,
    people::{People, Person, name_of},
};
use crate::stage::Worker;

impl World {
    pub async fn together(&mut self) -> &'static str {
        let choice = self.chance.below(100);
        let worker = self.chance.index(self.people.workers.len());
        let which = self.chance.index(100);
        let answer = if self.chance.one_in(3) { Answer::No } else { Answer::Yes };
        match choice {
            0..40 => self.people.asks_to_read_along(worker, which).await,
            40..52 => self.people.ends_reading(worker, which).await,
            52..82 => self.people.passes_on(worker, which).await,
            82..86 => self.people.takes_back(worker, which).await,
            86..92 => self.people.somebody_says(which, answer),
            _ => self.people.somebody_lets_read_back(which, answer),
        }
    }

    /// Whoever was asked something answers before it is gone, more often than not.
    pub async fn answers(&mut self) {
        for worker in 0..self.people.workers.len() {
            if self.chance.one_in(2) {
                let what = self.people.joins(worker).await;
                self.count(what);
            }
        }
        let answer = if self.chance.one_in(3) { Answer::No } else { Answer::Yes };
        if self.chance.one_in(4) {
            let what = self.people.somebody_answers(0, answer);
            self.count(what);
        }
        if self.chance.one_in(4) {
            let what = self.people.somebody_says(0, answer);
            self.count(what);
        }
    }

    fn count(&mut self, what: &'static str) {
        *self.counts.entry(what).or_default() += 1;
    }
}

impl People {
    /// The visitors who talk to this worker, one of them.
    fn one_of(&mut self, worker: usize, which: usize) -> Option<(&mut Person, &Worker)> {
        let worker = &self.workers[worker];
        let mut with: Vec<_> = self
            .visitors
            .iter_mut()
            .filter(|person| worker.is_talking_to(&person.visitor))
            .collect();
        let which = which.checked_rem(with.len())?;
        Some((with.swap_remove(which), worker))
    }

    async fn asks_to_read_along(&mut self, worker: usize, which: usize) -> &'static str {
        let Some((person, worker)) = self.one_of(worker, which) else { return "nobody to share" };
        let choices = worker.look(|client| client.choices(person.visitor.id()));
        let colleagues: Vec<_> = choices
            .iter()
            .filter_map(|choice| match choice.to {
                Target::Colleague(colleague) => Some(colleague),
                Target::Region(_) | Target::Reader(_) => None,
            })
            .collect();
        let Some(which) = which.checked_rem(colleagues.len()) else { return "no colleague" };
        let asked = worker.reading(&person.visitor, ReadingWish::Ask(colleagues[which])).await;
        told(asked, "a colleague is asked to read along")
    }

    async fn joins(&mut self, worker: usize) -> &'static str {
        let worker = &self.workers[worker];
        let invited = self.visitors.iter_mut().find(|person| worker.is_invited(&person.visitor));
        let Some(person) = invited else { return "nobody is asked" };
        let joined = worker.reading(&person.visitor, ReadingWish::Join).await;
        person.changed_hands |= joined.is_ok();
        told(joined, "a colleague reads along")
    }

    async fn ends_reading(&mut self, worker: usize, which: usize) -> &'static str {
        let Some((person, worker)) = self.one_of(worker, which) else { return "nobody to share" };
        told(worker.reading(&person.visitor, ReadingWish::End).await, "reading along ends")
    }

    async fn passes_on(&mut self, worker: usize, which: usize) -> &'static str {
        let Some((person, worker)) = self.one_of(worker, which) else { return "nobody to share" };
        let choices = worker.look(|client| client.choices(person.visitor.id()));
        let Some(which) = which.checked_rem(choices.len()) else { return "no colleague" };
        let to = match choices[which].to {
            Target::Colleague(colleague) | Target::Reader(colleague) => {
                PassOn::ToColleague(colleague)
            }
            Target::Region(region) => PassOn::ToRegion(region),
        };
        let passed = worker.passes_on(&person.visitor, to).await;
        person.changed_hands |= passed.is_ok();
        told(passed, "a visitor is passed on")
    }

    async fn takes_back(&mut self, worker: usize, which: usize) -> &'static str {
        let Some((person, worker)) = self.one_of(worker, which) else { return "nobody to share" };
        let withdrawn = worker.passes_on(&person.visitor, PassOn::Withdraw).await;
        told(withdrawn, "a wish is taken back")
    }

    fn somebody_answers(&mut self, which: usize, answer: Answer) -> &'static str {
        let mut asked =
            self.visitors.iter_mut().filter(|person| person.visitor.is_asked().transfer.is_some());
        let Some(person) = asked.nth(which % 2) else { return "no visitor is asked" };
        person.changed_hands |= answer == Answer::Yes;
        person.visitor.answers(answer);
        match answer {
            Answer::Yes => "a visitor agrees to a transfer",
            Answer::No => "a visitor declines a transfer",
        }
    }

    fn somebody_says(&mut self, which: usize, answer: Answer) -> &'static str {
        let may = |person: &&Person| person.visitor.is_asked().elsewhere == Elsewhere::MayHelp;
        let Some(person) = self.visitors.iter().filter(may).nth(which % 2) else {
            return "nobody can be helped elsewhere";
        };
        person.visitor.says(answer);
        match answer {
            Answer::Yes => "a visitor agrees to another region",
            Answer::No => "a visitor waits for the own region",
        }
    }

    fn somebody_lets_read_back(&mut self, which: usize, answer: Answer) -> &'static str {
        let asked = self
            .visitors
            .iter_mut()
            .filter_map(|person| Some((person.visitor.is_asked_to_let_read_back().pop()?, person)));
        let Some((name, person)) = asked.into_iter().nth(which % 2) else {
            return "nobody is to read back";
        };
        if answer == Answer::Yes {
            self.let_read_back.insert(person.number);
        }
        person.visitor.lets_read_back(&name, answer);
        match answer {
            Answer::Yes => "a visitor lets a worker read back",
            Answer::No => "a visitor lets nobody read back",
        }
    }

    /// Everybody who reads along stops, so that there is a place for who waits.
    pub async fn nobody_reads_along(&self) {
        for worker in &self.workers {
            for person in &self.visitors {
                let _ = worker.reading(&person.visitor, ReadingWish::End).await;
            }
        }
    }

    /// What was told of before a worker joined, although the visitor never agreed.
    pub fn told_without_a_yes(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        for worker in &self.workers {
            for push in worker.told() {
                let DeskPush::Earlier(id, _) = push else { continue };
                let person = self.visitors.iter().find(|person| person.visitor.id() == id);
                if let Some(person) =
                    person.filter(|person| !self.let_read_back.contains(&person.number))
                {
                    let name = &worker.at_desk().name;
                    wrong.push(format!("{name} was told of {} without a yes", person.number));
                }
            }
        }
        wrong
    }
}

fn told(answer: Result<(), Refusal>, done: &'static str) -> &'static str {
    answer.map_or_else(name_of, |()| done)
}
