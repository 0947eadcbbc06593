//! The memory of the program in the page: what is freed is wiped. Keys wipe themselves; this reaches
//! what they pass through, words that were shown, and copies that a vector left where it grew.

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static WIPED: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);
