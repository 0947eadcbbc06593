//! What the cryptography leaves on the stack. Keys lie on the heap and are wiped there, but the
//! functions that use them have states of their own, and not every copy that a compiler makes of
//! those is wiped.

use std::hint::black_box;

use zeroize::Zeroize;

/// One step of the way down, in bytes.
const STEP: usize = 4 * 1024;

/// Sixteen of them: no sealing goes as deep.
const STEPS: usize = 16;

/// Overwrites what earlier calls left below this one.
pub(super) fn wipe_stack() {
    wipe_below(STEPS);
}

#[inline(never)]
fn wipe_below(steps: usize) {
    let mut space = [0_u8; STEP];
    black_box(&mut space).zeroize();
    if steps > 1 {
        wipe_below(steps - 1);
    }
    // Read after the call, so that each step has a place of its own.
    black_box(&space);
}
