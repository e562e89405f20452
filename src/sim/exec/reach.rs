//! The memory that the instructions of a block can reach, by what an address points into.

use crate::sim::memory::Region;
use crate::sim::space::Place;

/// All regions but a warp's local memory, which the warp lends for each look-up.
pub struct Reach<'a> {
    pub buffers: &'a mut [Region],
    pub vars: &'a mut [Region],
    /// The block's own.
    pub shared: &'a mut Region,
    /// Of the kernel; nothing writes them.
    pub params: &'a mut Region,
}

impl Reach<'_> {
    /// The region of a place, if there is one.
    #[inline(always)]
    pub fn get<'r>(&'r self, place: Place, local: &'r Region) -> Option<&'r Region> {
        match place {
            Place::Shared => Some(self.shared),
            Place::Local => Some(local),
            Place::Param => Some(self.params),
            Place::Var(var) => self.vars.get(var),
            Place::Buffer(buffer) => self.buffers.get(buffer),
            Place::Nothing => None,
        }
    }

    /// The same, to be changed.
    #[inline(always)]
    pub fn get_mut<'r>(
        &'r mut self,
        place: Place,
        local: &'r mut Region,
    ) -> Option<&'r mut Region> {
        match place {
            Place::Shared => Some(self.shared),
            Place::Local => Some(local),
            Place::Param => Some(self.params),
            Place::Var(var) => self.vars.get_mut(var),
            Place::Buffer(buffer) => self.buffers.get_mut(buffer),
            Place::Nothing => None,
        }
    }
}
