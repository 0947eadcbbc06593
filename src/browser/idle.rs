//! Whether anybody is at the keyboard or the pointer.

use std::{cell::Cell, rc::Rc, time::Duration};

use gloo_timers::callback::Interval;
use leptos::{ev, prelude::window_event_listener};

use super::page::now;

/// How often it is looked, in milliseconds.
const LOOK: u32 = 5_000;

/// Tells, again and again, when nobody touched anything for `wait`. By the clock: a device that
/// slept meanwhile is told when it wakes.
pub fn watch(wait: Duration, idle: impl Fn() + 'static) {
    let last = Rc::new(Cell::new(now()));
    let touched = || {
        let last = Rc::clone(&last);
        move || last.set(now())
    };
    let (key, press, motion, wheel) = (touched(), touched(), touched(), touched());
    let _ = window_event_listener(ev::keydown, move |_| key());
    let _ = window_event_listener(ev::pointerdown, move |_| press());
    let _ = window_event_listener(ev::pointermove, move |_| motion());
    let _ = window_event_listener(ev::wheel, move |_| wheel());
    Interval::new(LOOK, move || {
        if now().since(last.get()) >= wait {
            idle();
        }
    })
    .forget();
}
