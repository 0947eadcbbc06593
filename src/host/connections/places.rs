//! The places for connections: who has one, and who gives it up.

use std::{
    collections::BTreeMap,
    num::NonZeroUsize,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use tokio_util::sync::CancellationToken;

/// How often it is said that there are no places left.
const SAY_EVERY: Duration = Duration::from_mins(1);

/// All places of one server. Clones are the same ones.
#[derive(Clone)]
pub struct Places(Arc<Mutex<Table>>);

struct Table {
    most: usize,
    open: usize,
    /// The next turn; smaller ones have been idle for longer.
    turn: u64,
    /// Who has no request under way, by the turn since when.
    idle: BTreeMap<u64, CancellationToken>,
    said: Option<Instant>,
}

impl Table {
    fn next_turn(&mut self) -> u64 {
        self.turn += 1;
        self.turn
    }

    /// Whether it is time to say again that there are no places left.
    fn may_say(&mut self) -> bool {
        let now = Instant::now();
        let due = self.said.is_none_or(|said| now.duration_since(said) >= SAY_EVERY);
        if due {
            self.said = Some(now);
        }
        due
    }
}

impl Places {
    /// So many places.
    #[must_use]
    pub fn new(most: NonZeroUsize) -> Self {
        Self(Arc::new(Mutex::new(Table {
            most: most.get(),
            open: 0,
            turn: 0,
            idle: BTreeMap::new(),
            said: None,
        })))
    }

    /// A place for a new connection; `None` when all others have a request under way.
    #[must_use]
    pub fn take(&self) -> Option<Arc<Place>> {
        let mut table = self.lock();
        if table.open >= table.most {
            if table.may_say() {
                tracing::warn!(places = table.most, "all places for connections are taken");
            }
            let (_, longest) = table.idle.pop_first()?;
            longest.cancel();
            table.open -= 1;
        }
        table.open += 1;
        let (gone, turn) = (CancellationToken::new(), table.next_turn());
        table.idle.insert(turn, gone.clone());
        drop(table);
        let state = Mutex::new(State { under_way: 0, turn });
        Some(Arc::new(Place { places: self.clone(), gone, state }))
    }

    /// How many are open now.
    #[must_use]
    pub fn open(&self) -> usize {
        self.lock().open
    }

    fn lock(&self) -> MutexGuard<'_, Table> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The place of one connection, given back when it is dropped.
pub struct Place {
    places: Places,
    gone: CancellationToken,
    state: Mutex<State>,
}

#[derive(Clone, Copy)]
struct State {
    /// How many requests are under way: several with HTTP/2.
    under_way: usize,
    /// Since which turn the connection is idle, if it is.
    turn: u64,
}

impl Place {
    /// Is ready when the connection has to go: another one got its place, or it was given up.
    pub async fn gone(&self) {
        self.gone.cancelled().await;
    }

    /// The connection has to go, and its place is free.
    pub(super) fn give_up(&self) {
        let state = self.lock();
        let mut table = self.places.lock();
        if !self.gone.is_cancelled() {
            self.gone.cancel();
            table.idle.remove(&state.turn);
            table.open -= 1;
        }
    }

    /// A request is under way until the value is dropped.
    #[must_use]
    pub fn begin(self: &Arc<Self>) -> UnderWay {
        let mut state = self.lock();
        state.under_way += 1;
        if state.under_way == 1 {
            self.places.lock().idle.remove(&state.turn);
        }
        UnderWay(Arc::clone(self))
    }

    /// The other side took some of what it was sent: it is not the one that was idle for the longest.
    pub fn goes_on(&self) {
        let mut state = self.lock();
        if state.under_way == 0 {
            let mut table = self.places.lock();
            if let Some(gone) = table.idle.remove(&state.turn) {
                state.turn = table.next_turn();
                table.idle.insert(state.turn, gone);
            }
        }
    }

    fn end(&self) {
        let mut state = self.lock();
        state.under_way -= 1;
        if state.under_way == 0 {
            let mut table = self.places.lock();
            // Whoever has to go waits for no further turn.
            if !self.gone.is_cancelled() {
                state.turn = table.next_turn();
                table.idle.insert(state.turn, self.gone.clone());
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let turn = self.lock().turn;
        let mut table = self.places.lock();
        // Whoever had to go gave the place up then.
        if !self.gone.is_cancelled() {
            table.idle.remove(&turn);
            table.open -= 1;
        }
    }
}

/// A request that is under way.
pub struct UnderWay(Arc<Place>);

impl Drop for UnderWay {
    fn drop(&mut self) {
        self.0.end();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(most: usize) -> Places {
        Places::new(NonZeroUsize::new(most).unwrap())
    }

    #[test]
    fn a_place_that_was_given_back_is_free() {
        let places = places(1);
        drop(places.take().unwrap());
        assert_eq!(places.open(), 0);
        assert!(places.take().is_some());
    }

    #[test]
    fn a_place_that_is_given_up_is_free_once() {
        let places = places(1);
        let place = places.take().unwrap();
        let under_way = place.begin();
        place.give_up();
        place.give_up();
        assert_eq!(places.open(), 0);
        drop(under_way);
        drop(place);
        assert_eq!(places.open(), 0);
        assert!(places.take().is_some());
    }

    #[test]
    fn who_was_idle_for_the_longest_makes_room() {
        let places = places(2);
        let (first, second) = (places.take().unwrap(), places.take().unwrap());
        drop(first.begin());
        let third = places.take().unwrap();
        let gone = [&first, &second, &third].map(|place| place.gone.is_cancelled());
        assert_eq!(gone, [false, true, false]);
        assert_eq!(places.open(), 2);
        drop(second.begin());
        drop(second);
        assert_eq!(places.open(), 2, "its place is another's by now");
    }

    #[test]
    fn a_request_under_way_is_never_cut_off_for_another() {
        let places = places(1);
        let place = places.take().unwrap();
        let (one, other) = (place.begin(), place.begin());
        assert!(places.take().is_none());
        drop(one);
        assert!(places.take().is_none());
        drop(other);
        assert!(places.take().is_some());
        assert!(place.gone.is_cancelled());
    }

    #[test]
    fn who_still_reads_an_answer_is_not_the_first_to_go() {
        let places = places(2);
        let (first, second) = (places.take().unwrap(), places.take().unwrap());
        first.goes_on();
        drop(places.take().unwrap());
        assert!(!first.gone.is_cancelled());
        assert!(second.gone.is_cancelled());
    }
}
