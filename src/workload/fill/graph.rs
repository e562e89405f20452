//! R-MAT graphs in CSR form.
//!
//! An edge is drawn bit by bit: each bit of its row and of its column halves the adjacency matrix, and the four quarters have fixed
//! probabilities. The bits of rows alone are independent, so offsets are made first; given a row, so are the bits of its columns.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rayon::prelude::*;

use super::Source;
use super::make::{MAX_IDS, Made, Maker, shuffled, within};

/// Probabilities of the quarters: upper left, upper right, lower left, lower right.
const QUARTERS: [f64; 4] = [0.57, 0.19, 0.19, 0.05];
/// That a bit of a row is set.
const ROW: f64 = QUARTERS[2] + QUARTERS[3];
/// That a bit of a column is set, given that of its row.
const COLUMN: [f64; 2] = [
    QUARTERS[1] / (QUARTERS[0] + QUARTERS[1]),
    QUARTERS[3] / (QUARTERS[2] + QUARTERS[3]),
];
/// What both buffers of a graph shuffle the ids by.
const IDS: &[u8] = b"warpsmith rmat ids 1";

impl Maker {
    pub(super) fn rmat_starts(&self, nodes: f64, edges: f64) -> Made {
        let nodes = self.nodes(nodes)?;
        within("edges", edges, 0.0, f64::from(i32::MAX))?;
        self.fits("edges", edges)?;
        if self.len != nodes as usize + 1 {
            return Err(format!(
                "offsets of {nodes} nodes are {} elements; the buffer has {}",
                nodes + 1,
                self.len
            ));
        }
        let ids = shuffled(nodes, IDS);
        let mut starts = vec![0u32; self.len];
        let mut rng = self.stream(0);
        for _ in 0..edges as u32 {
            let row = draw(&mut rng, nodes, |_| ROW);
            starts[ids[row as usize] as usize + 1] += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        Ok(self.fill(|at, _| f64::from(starts[at])))
    }

    pub(super) fn rmat_columns(&self, source: Source<'_>, nodes: f64) -> Made {
        let nodes = self.nodes(nodes)?;
        let starts = source.scalar.decode(source.data);
        let rising = starts.windows(2).all(|pair| pair[0] <= pair[1]);
        let whole = starts.first() == Some(&0.0) && starts.last() == Some(&(self.len as f64));
        if starts.len() != nodes as usize + 1 || !rising || !whole {
            return Err(format!(
                "the offsets that it reads must be {} rising numbers from 0 to {}",
                nodes + 1,
                self.len
            ));
        }
        let ids = shuffled(nodes, IDS);
        let mut columns = vec![0u32; self.len];
        // Each row has a stream of its own.
        let mut rows = Vec::with_capacity(nodes as usize);
        let mut rest = &mut columns[..];
        let mut ranks = vec![0; nodes as usize];
        for (rank, id) in ids.iter().enumerate() {
            ranks[*id as usize] = rank as u32;
        }
        for (rank, ends) in ranks.iter().zip(starts.windows(2)) {
            let (row, others) = rest.split_at_mut((ends[1] - ends[0]) as usize);
            rest = others;
            rows.push((*rank, row));
        }
        rows.into_par_iter().for_each(|(rank, row)| {
            let mut rng = self.stream(u64::from(rank));
            for column in row.iter_mut() {
                let given = |bit: u32| COLUMN[(rank >> bit & 1) as usize];
                *column = ids[draw(&mut rng, nodes, given) as usize];
            }
            row.sort_unstable();
        });
        Ok(self.fill(|at, _| f64::from(columns[at])))
    }

    fn nodes(&self, nodes: f64) -> Result<u32, String> {
        within("nodes", nodes, 1.0, MAX_IDS)?;
        self.fits("nodes", nodes)?;
        Ok(nodes as u32)
    }
}

/// A number below `nodes` whose bits are set with these probabilities, the highest first; what is beyond is drawn anew.
fn draw(rng: &mut ChaCha8Rng, nodes: u32, set: impl Fn(u32) -> f64) -> u32 {
    let bits = nodes.next_power_of_two().trailing_zeros();
    loop {
        let drawn = (0..bits).rev().fold(0, |drawn, bit| {
            drawn << 1 | u32::from(rng.random::<f64>() < set(bit))
        });
        if drawn < nodes {
            return drawn;
        }
    }
}
