//! What must be so at every moment, and in the end.

use std::collections::BTreeMap;

use veiligchat::client::{Delivery, Remark};

use super::people::{People, Person, is_live};

impl People {
    /// What must never be, whatever happens.
    pub fn wrong(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        for person in &self.visitors {
            let number = person.number;
            wrong.extend(disorder(person, "the visitor", &person.visitor.words()));
            if person.visitor.remarks().contains(&Remark::Missing) {
                wrong.push(format!("the visitor {number} misses something"));
            }
            if person.visitor.remarks().contains(&Remark::Unreadable) {
                wrong.push(format!("the visitor {number} cannot read something"));
            }
            for worker in &self.workers {
                let name = &worker.at_desk().name;
                wrong.extend(disorder(person, name, &worker.words(&person.visitor)));
                let remarks = worker.remarks(&person.visitor);
                if remarks.contains(&Remark::Missing) {
                    wrong.push(format!("{name} misses something of {number}"));
                }
                if remarks.contains(&Remark::Unreadable) && !person.changed_hands {
                    wrong.push(format!("{name} cannot read something of {number}"));
                }
            }
        }
        wrong
    }

    /// What somebody lacks once everything has come to rest.
    pub fn lacks(&self) -> Vec<String> {
        self.visitors.iter().flat_map(|person| self.lacks_of(person)).collect()
    }

    fn lacks_of(&self, person: &Person) -> Vec<String> {
        let number = person.number;
        let visitor = &person.visitor;
        if !is_live(person) || !visitor.is_talking() {
            return vec![format!("{number} is not helped but {:?}", visitor.phase())];
        }
        let mut lacks = Vec::new();
        let shown = visitor.words();
        for written in 1..=person.written {
            let words = format!("{number}:v:{written}");
            if visitor.delivery(&words) != Some(Delivery::Delivered) {
                lacks.push(format!("{words} is {:?}", visitor.delivery(&words)));
            }
        }
        for words in person.acknowledged.iter().filter(|words| !shown.contains(words)) {
            lacks.push(format!("{words} was acknowledged and is gone"));
        }
        let Some(worker) = self.workers.iter().find(|worker| worker.is_talking_to(visitor)) else {
            lacks.push(format!("nobody talks to {number}"));
            return lacks;
        };
        let shown = worker.words(visitor);
        for words in person.acknowledged.iter().filter(|words| !shown.contains(words)) {
            if !person.changed_hands {
                lacks.push(format!("{words} was acknowledged and never reached the worker"));
            }
        }
        lacks
    }
}

/// What is wrong with the words on one page: of another conversation, twice, or out of order.
fn disorder(person: &Person, page: &str, shown: &[String]) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut last: BTreeMap<&str, usize> = BTreeMap::new();
    for words in shown {
        let mut parts = words.split(':');
        let mut part = || parts.next().unwrap_or_default();
        let (conversation, sender, number) = (part(), part(), part().parse().unwrap_or(0));
        if conversation != person.number.to_string() {
            wrong.push(format!("{page} of {} sees {words}", person.number));
        }
        let before = last.insert(sender, number);
        if before.is_some_and(|before| before >= number) {
            wrong.push(format!("{page} of {} sees {words} after {before:?}", person.number));
        }
    }
    wrong
}
