//! The registration of advices: what is owed is read when the desk opens and when a conversation
//! ends, and the form is filled in and sent. Nothing of the conversation is needed for it.

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local};

use super::{Desktop, sentence};
use crate::{
    browser::{desk::DeskDriver, page},
    client::{DeskClient, Over},
    domain::advice::DurationBucket,
    protocol::{AdviceDesk, OwedAdvice, Refusal, RegisterAdvice, VERSION},
    ui::{
        desk::{RegistrationAction, RegistrationScreen},
        put,
        text::office::advice::Advice as Text,
    },
};

/// What closes the form.
const CLOSE: &str = "#registration-close";

impl Desktop {
    pub(super) fn register(self, action: RegistrationAction, driver: DeskDriver) {
        match action {
            RegistrationAction::Open => self.fill_in(&driver),
            RegistrationAction::Register => self.send_registration(driver),
            RegistrationAction::Waive => {
                let Some(one) = self.screen.registration.settles.get_untracked() else { return };
                let text = Text::of(self.screen.language);
                // By the number when the form was opened: a second press says the same.
                let (owed, left) = (one.owed, one.number.saturating_sub(1));
                let ask =
                    move |driver: DeskDriver| async move { driver.waive_advice(owed, left).await };
                self.tell_registration(driver, ask, text.waived);
            }
        }
    }

    /// Reads what is owed when another conversation has ended.
    pub(super) fn heed_ends(self, client: &DeskClient) {
        let ended = client.channels().filter(|(_, one)| matches!(one.over, Some(Over::Ended(_))));
        let number = ended.count();
        let before = self.ends.get_value();
        self.ends.set_value(number);
        if number > before {
            self.read_advices();
        }
    }

    /// Reads from the server what is owed. Without an answer what was known stays.
    pub(super) fn read_advices(self) {
        spawn_local(self.hear_advices());
    }

    async fn hear_advices(self) {
        let Some(driver) = self.driver.try_get_value().flatten() else { return };
        let RegistrationScreen { edition, regions, owed, .. } = self.screen.registration;
        let Ok(desk) = driver.advices().await else { return };
        let AdviceDesk { edition: told, owed: told_owed, regions: told_regions } = desk;
        if edition.is_disposed() {
            return;
        }
        put(edition, told);
        put(regions, told_regions);
        put(owed, told_owed);
    }

    /// The form goes on from what is owed by now.
    fn settle_what_is_owed(self) {
        let RegistrationScreen { owed, settles, .. } = self.screen.registration;
        let Some(Some(before)) = settles.try_get_untracked() else { return };
        settles.set(
            owed.with_untracked(|owed| owed.iter().find(|one| one.owed == before.owed).copied()),
        );
    }

    /// A form for what is owed, empty unless it was begun: for the conversation in view, if one
    /// like it is.
    fn fill_in(self, driver: &DeskDriver) {
        let screen = self.screen;
        let form = screen.registration;
        let opened = screen.opened.get_untracked();
        let (region, duration) = screen.tabs.with_untracked(|tabs| {
            let tab = tabs.iter().find(|tab| Some(tab.id) == opened);
            let lasted = tab.map(|tab| Duration::from_mins(tab.minutes.into()));
            (tab.map(|tab| tab.region.clone()), lasted.map(DurationBucket::of))
        });
        let region = form.regions.with_untracked(|regions| {
            regions.iter().find(|(_, name)| Some(name) == region.as_ref()).map(|(id, _)| *id)
        });
        let settles = form.owed.with_untracked(|owed| {
            let here = || owed.iter().filter(|one| Some(one.owed.region) == region);
            let alike = here().find(|one| Some(one.owed.duration) == duration);
            alike.or_else(|| here().next()).or(owed.first()).copied()
        });
        // Closed by a press beside it and opened again: what was answered is still there.
        let before = self.registering.get_value();
        self.registering.set_value(opened);
        let same = |one: OwedAdvice| Some(one.owed) == settles.map(|now| now.owed);
        let goes_on = form.id.get_untracked().is_some()
            && before == opened
            && form.settles.get_untracked().is_some_and(same);
        form.settles.set(settles);
        form.told.set("");
        if goes_on {
            return;
        }
        form.id.set(Some(driver.new_registration()));
        if let Some(OwedAdvice { owed, .. }) = settles {
            form.region.set(owed.region);
            form.duration.set(owed.duration);
        }
        form.chosen.set(Vec::new());
        form.wrong.set(Vec::new());
    }

    fn send_registration(self, driver: DeskDriver) {
        let form = self.screen.registration;
        let Some(id) = form.id.get_untracked() else { return };
        let chosen = form.chosen.get_untracked();
        let (edition, wrong) = form
            .edition
            .with_untracked(|edition| (edition.name.clone(), edition.objections(&chosen)));
        let first = wrong.first().map(|wrong| wrong.list().to_owned());
        form.wrong.set(wrong);
        if let Some(list) = first {
            page::focus_at(&["#registration-", &list].concat());
            return;
        }
        let request = RegisterAdvice {
            version: VERSION,
            id,
            edition,
            region: form.region.get_untracked(),
            duration: form.duration.get_untracked(),
            chosen,
            owed: form.settles.get_untracked().map(|one| one.owed),
        };
        let ask = move |driver: DeskDriver| async move { driver.register_advice(request).await };
        self.tell_registration(driver, ask, Text::of(self.screen.language).registered);
    }

    /// Asks the server; closes the form and says what was done, or says there why it was not.
    fn tell_registration<Answer>(
        self,
        driver: DeskDriver,
        ask: impl FnOnce(DeskDriver) -> Answer + 'static,
        done: &'static str,
    ) where
        Answer: Future<Output = Result<(), Refusal>> + 'static,
    {
        let (language, screen) = (self.screen.language, self.screen);
        let told = screen.registration.told;
        told.set("");
        spawn_local(async move {
            match ask(driver).await {
                Ok(()) => {
                    screen.registration.id.try_set(None);
                    screen.remark.try_set(done.to_owned());
                    page::press(CLOSE);
                    self.read_advices();
                }
                Err(Refusal::Gone) => {
                    told.try_set(Text::of(language).too_late);
                    self.hear_advices().await;
                    self.settle_what_is_owed();
                }
                Err(refusal) => {
                    told.try_set(sentence(refusal, language));
                }
            }
        });
    }
}
