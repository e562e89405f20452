//! The clock.

/// A warp's clock.
#[derive(Debug, Clone, Default)]
pub struct WarpClock {}

impl WarpClock {
    pub fn start(&mut self, _values: usize) {}
}
