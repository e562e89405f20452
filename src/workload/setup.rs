//! How a variant is launched: everything about its launches that the search may set.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Arg, Launch, Scalar, Symbols};

/// The values of the tunables, and changes of launches that belong to changes of their kernels.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Setup {
    /// The value of each tunable.
    pub tunables: Symbols,
    /// By the kernel's name; launches of a kernel that is not here stay as the manifest has them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub reshapes: BTreeMap<String, Reshape>,
}

/// A launch in which a block or a thread does what several did. Each part is done on top of those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Reshape {
    /// The grid is divided by these, rounded up: x, y, z.
    pub grid: [u32; 3],
    /// The block is divided by these, without a rest: x, y, z.
    pub block: [u32; 3],
    /// The dynamic shared memory is multiplied by this.
    pub shared: u32,
    /// A block has so many times the rows of threads, along y.
    #[serde(default = "one")]
    pub rows: u32,
    /// There are so many times the blocks, along x, of whose threads so many are one of before.
    #[serde(default = "one")]
    pub lanes: u32,
    /// Whether the kernel has one argument more than the manifest says, the last one: how many blocks the manifest has along x, in
    /// 32 bits.
    #[serde(default)]
    pub told: bool,
}

/// What a description says that does not mention rows, or lanes.
fn one() -> u32 {
    1
}

impl Default for Reshape {
    fn default() -> Reshape {
        Reshape {
            grid: [1; 3],
            block: [1; 3],
            shared: 1,
            rows: 1,
            lanes: 1,
            told: false,
        }
    }
}

impl Setup {
    /// These tunables, and launches as the manifest has them.
    pub fn of(tunables: Symbols) -> Setup {
        Setup {
            tunables,
            reshapes: BTreeMap::new(),
        }
    }

    /// The change of a kernel's launches, to be changed further.
    pub fn reshape(&mut self, entry: &str) -> &mut Reshape {
        self.reshapes.entry(entry.to_owned()).or_default()
    }
}

impl Reshape {
    /// Changes a launch.
    ///
    /// # Errors
    /// What does not divide or overflows, in words.
    pub fn apply(&self, launch: &mut Launch) -> Result<(), String> {
        let entry = &launch.entry;
        if self.told {
            let blocks = Arg::Scalar(Scalar::U32, u64::from(launch.grid[0]));
            launch.args.push(blocks);
        }
        for (axis, name) in ["x", "y", "z"].into_iter().enumerate() {
            let [grid, block] = [self.grid, self.block].map(|by| by[axis].max(1));
            launch.grid[axis] = launch.grid[axis].div_ceil(grid);
            let threads = launch.block[axis];
            if !threads.is_multiple_of(block) {
                return Err(format!(
                    "block.{name} of `{entry}` is {threads}, which is no multiple of {block}"
                ));
            }
            launch.block[axis] = threads / block;
        }
        let lanes = self.lanes.max(1);
        if !launch.block[0].is_multiple_of(lanes) {
            return Err(format!(
                "block.x of `{entry}` is {}, which is no multiple of {lanes} lanes",
                launch.block[0]
            ));
        }
        let blocks = launch.grid[0].checked_mul(lanes);
        launch.grid[0] = blocks.ok_or_else(|| format!("grid.x of `{entry}` is beyond 2^32"))?;
        let rows = launch.block[1].checked_mul(self.rows.max(1));
        launch.block[1] = rows.ok_or_else(|| format!("block.y of `{entry}` is beyond 2^32"))?;
        launch.shared = launch
            .shared
            .checked_mul(self.shared.max(1))
            .ok_or_else(|| format!("the shared memory of `{entry}` is beyond 4 GiB"))?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn launch() -> Launch {
        Launch {
            entry: "k".into(),
            grid: [10, 3, 1],
            block: [64, 1, 1],
            shared: 100,
            args: Vec::new(),
            ..Launch::default()
        }
    }

    #[test]
    fn grids_round_up_blocks_divide_shared_memory_multiplies() {
        let mut changed = launch();
        let reshape = Reshape {
            grid: [4, 1, 1],
            block: [2, 1, 1],
            shared: 4,
            ..Reshape::default()
        };
        reshape.apply(&mut changed).unwrap();
        assert_eq!(
            (changed.grid, changed.block, changed.shared),
            ([3, 3, 1], [32, 1, 1], 400)
        );
    }

    #[test]
    fn blocks_become_rows_and_the_kernel_is_told_how_many_there_were() {
        let mut changed = launch();
        let reshape = Reshape {
            grid: [4, 1, 1],
            block: [4, 1, 1],
            rows: 4,
            told: true,
            ..Reshape::default()
        };
        reshape.apply(&mut changed).unwrap();
        assert_eq!((changed.grid, changed.block), ([3, 3, 1], [16, 4, 1]));
        assert_eq!(changed.args, [Arg::Scalar(Scalar::U32, 10)]);
        let mut tall = launch();
        tall.block[1] = 2;
        reshape.apply(&mut tall).unwrap();
        assert_eq!(tall.block, [16, 8, 1]);
    }

    #[test]
    fn lanes_of_a_thread_are_in_blocks_of_their_own() {
        let reshape = Reshape {
            grid: [4, 1, 1],
            lanes: 8,
            ..Reshape::default()
        };
        let mut changed = launch();
        reshape.apply(&mut changed).unwrap();
        assert_eq!((changed.grid, changed.block), ([24, 3, 1], [64, 1, 1]));
        let mut odd = launch();
        odd.block[0] = 12;
        let error = reshape.apply(&mut odd).unwrap_err();
        assert_eq!(
            error,
            "block.x of `k` is 12, which is no multiple of 8 lanes"
        );
        let mut large = launch();
        large.grid[0] = u32::MAX;
        assert!(reshape.apply(&mut large).is_err());
    }

    #[test]
    fn a_block_that_does_not_divide_is_refused() {
        let reshape = Reshape {
            block: [48, 1, 1],
            ..Reshape::default()
        };
        let error = reshape.apply(&mut launch()).unwrap_err();
        assert_eq!(error, "block.x of `k` is 64, which is no multiple of 48");
        let reshape = Reshape {
            shared: u32::MAX,
            ..Reshape::default()
        };
        assert!(reshape.apply(&mut launch()).is_err());
    }
}
