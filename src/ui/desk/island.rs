//! The island of `/werkplek`: between the views and the worker's side of the conversations.

#![expect(missing_docs, reason = "a lazy island's macro makes a public function without a doc")]

mod duty;
mod keys;
mod lock;
mod passing;
mod practice;
mod registration;
mod replies;
mod rows;
mod show;
mod writing;

use leptos::{prelude::*, task::spawn_local};

use self::rows::sentence;
use super::{
    DeskAction, DeskScreen, DeskView,
    attention::Waiting,
    practice::{PRACTICE, Practice},
};
use crate::{
    browser::{choices::Choice, desk::DeskDriver, focus, panic::show_on_panic},
    domain::ids::ConversationId,
    protocol::{DutyWish, Refusal},
    ui::{page::PageSettings, text::desk::Desk as Text},
};

/// What the island holds beside the screen.
#[derive(Clone, Copy)]
struct Desktop {
    screen: DeskScreen,
    driver: StoredValue<Option<DeskDriver>, LocalStorage>,
    /// The conversations that this worker ended.
    ended_here: StoredValue<Vec<ConversationId>>,
    /// What was wished for the duty and not answered yet.
    wishes: StoredValue<Vec<DutyWish>>,
    /// The server's clock less the device's, in milliseconds.
    clock: StoredValue<i64>,
    /// The visitor whom this worker just accepted: opened as soon as it is there.
    accepted: StoredValue<Option<ConversationId>>,
    /// What waited for the worker when it was last shown.
    waiting: StoredValue<Waiting>,
    /// How many conversations on the desk have ended.
    ends: StoredValue<usize>,
    /// Which conversation was in view when the form of a registration was opened.
    registering: StoredValue<Option<ConversationId>>,
    practice: StoredValue<Option<Practice>>,
    practice_notes: StoredValue<String>,
}

/// `/werkplek`, all of it.
#[island(lazy)]
pub fn Desk() -> impl IntoView {
    let PageSettings { language, .. } = PageSettings::here();
    let desktop = Desktop {
        screen: DeskScreen::new(language),
        driver: StoredValue::new_local(None),
        ended_here: StoredValue::new(Vec::new()),
        wishes: StoredValue::new(Vec::new()),
        clock: StoredValue::new(0),
        accepted: StoredValue::new(None),
        waiting: StoredValue::new(Waiting::default()),
        ends: StoredValue::new(0),
        registering: StoredValue::new(None),
        practice: StoredValue::new(None),
        practice_notes: StoredValue::new(String::new()),
    };
    Effect::new(move || {
        show_on_panic(Text::of(language).panic);
        let driver = DeskDriver::open(move |client| {
            desktop.play_on();
            desktop.show(client);
        });
        desktop.driver.set_value(Some(driver.clone()));
        focus::guard();
        desktop.take_up_choices(&driver);
        desktop.listen_to_keys();
        desktop.lock_when_idle();
        desktop.read_replies();
        desktop.read_advices();
    });
    let act = Callback::new(move |action| desktop.carry_out(action));
    view! { <DeskView screen=desktop.screen act /> }
}

impl Desktop {
    fn carry_out(self, action: DeskAction) {
        let Some(driver) = self.driver.get_value() else { return };
        if self.is_locked() && action != DeskAction::Unlock {
            return;
        }
        let capacity = self.screen.capacity.get_untracked();
        match action {
            DeskAction::Duty(true) => self.wish(driver, self.on_duty(capacity)),
            DeskAction::Duty(false) => self.wish(driver, DutyWish::Off),
            DeskAction::Capacity(capacity) => {
                self.screen.capacity.set(capacity);
                self.change_duty(driver);
            }
            DeskAction::WrapUp(minutes) => {
                self.screen.wrap_up.set(minutes);
                self.change_duty(driver);
            }
            DeskAction::Region(region, on) => {
                self.choose_region(region, on);
                self.change_duty(driver);
            }
            DeskAction::EndWrapUp => self.wish(driver, DutyWish::EndWrapUp),
            DeskAction::Pause(true) => self.wish(driver, DutyWish::Pause),
            DeskAction::Pause(false) => self.wish(driver, DutyWish::Resume),
            DeskAction::Sound(on) => {
                Choice::SOUND.set(on);
                self.set_sound(&driver, on);
            }
            DeskAction::Notify(on) => self.notify(on),
            DeskAction::ShowWaiting(on) => {
                Choice::WAITING.set(on);
                self.screen.choices.waiting.set(on);
            }
            DeskAction::Keys(on) => {
                Choice::KEYS.set(on);
                self.screen.choices.keys.set(on);
            }
            DeskAction::Accept(id) => {
                self.accepted.set_value(Some(id));
                let accepted = self.accepted;
                self.attempt(driver, move |driver| async move {
                    let answer = driver.accept(id).await;
                    if answer.is_err() {
                        accepted.try_set_value(None);
                    }
                    answer
                });
            }
            DeskAction::Open(id) => self.open(&driver, id),
            DeskAction::Write(writing) => self.write(writing, &driver),
            DeskAction::Insert(place) => self.insert(place, &driver),
            DeskAction::Replies(action) => self.change_replies(action, driver),
            DeskAction::Registration(action) => self.register(action, driver),
            DeskAction::Note => self.note(&driver),
            DeskAction::Practise(number) => self.practise(number, &driver),
            DeskAction::End(misuse) => {
                let Some(id) = self.screen.opened.get_untracked() else { return };
                if id == PRACTICE {
                    self.end_practice(&driver);
                    return;
                }
                self.ended_here.update_value(|ended| ended.push(id));
                self.attempt(driver, move |driver| async move { driver.end(id, misuse).await });
            }
            DeskAction::Passing(action) => self.pass(action, driver),
            DeskAction::PutAway => {
                let Some(id) = self.screen.opened.get_untracked() else { return };
                self.screen.opened.set(None);
                if id == PRACTICE {
                    self.put_practice_away(&driver);
                    return;
                }
                self.ended_here.update_value(|ended| ended.retain(|known| *known != id));
                driver.put_away(id);
            }
            DeskAction::TakeBack => driver.come_back(),
            DeskAction::Unlock => self.unlock(driver),
        }
    }

    /// Wishes arrive in the order in which they were made: each waits for the one before.
    fn wish(self, driver: DeskDriver, wish: DutyWish) {
        let alone = self.wishes.with_value(Vec::is_empty);
        self.wishes.update_value(|wishes| wishes.push(wish));
        if !alone {
            return;
        }
        let wishes = self.wishes;
        self.attempt(driver, move |driver| async move {
            let mut answer = Ok(());
            while let Some(wish) = wishes.try_with_value(|wishes| wishes.first().cloned()).flatten()
            {
                answer = driver.duty(wish).await;
                wishes.try_update_value(|wishes| wishes.remove(0));
            }
            answer
        });
    }

    /// Asks the server, and shows why not.
    fn attempt<Answer>(self, driver: DeskDriver, ask: impl FnOnce(DeskDriver) -> Answer + 'static)
    where
        Answer: Future<Output = Result<(), Refusal>> + 'static,
    {
        self.screen.trouble.set(String::new());
        let language = self.screen.language;
        spawn_local(async move {
            if let Err(refusal) = ask(driver).await {
                self.screen.trouble.try_set(sentence(refusal, language).to_owned());
            }
        });
    }
}
