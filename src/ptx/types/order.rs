//! How one access or fence is ordered with those of other threads: the words of PTX's memory consistency model.

/// What an operation promises about what comes before and after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Semantics {
    /// Plain data: no other thread may touch it at the same time.
    #[default]
    Weak,
    /// `.volatile`: as relaxed at the scope of the system, and never merged or dropped.
    Volatile,
    /// One indivisible access, which orders nothing else.
    Relaxed,
    /// What follows stays behind it.
    Acquire,
    /// What came before is visible with it.
    Release,
    /// Both.
    AcqRel,
    /// `fence.sc` and `membar`: both, and all such fences have one order.
    Sc,
}

/// The threads among which [`Semantics`] hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
pub enum Scope {
    /// Those of the block.
    Cta,
    /// Those of the cluster of blocks.
    Cluster,
    /// Those of the device.
    #[default]
    Gpu,
    /// Those of all devices, and of the host.
    Sys,
}

/// Semantics and scope of a load, a store, an atomic operation or a fence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Order {
    /// What is promised.
    pub semantics: Semantics,
    /// To whom; without meaning for weak accesses.
    pub scope: Scope,
}

impl Order {
    /// The order of a plain load or store.
    pub const WEAK: Order = Order {
        semantics: Semantics::Weak,
        scope: Scope::Gpu,
    };

    /// Whether concurrent accesses are allowed, if those of the other thread are strong as well.
    pub fn is_strong(self) -> bool {
        self.semantics != Semantics::Weak
    }

    /// Whether what follows in program order stays behind this operation.
    pub fn acquires(self) -> bool {
        matches!(
            self.semantics,
            Semantics::Acquire | Semantics::AcqRel | Semantics::Sc
        )
    }

    /// Whether what came before in program order is visible with this operation.
    pub fn releases(self) -> bool {
        matches!(
            self.semantics,
            Semantics::Release | Semantics::AcqRel | Semantics::Sc
        )
    }
}
