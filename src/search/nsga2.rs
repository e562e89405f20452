//! NSGA-II: selection by dominance, then by crowding (Deb et al., IEEE Trans. Evolutionary Computation 6(2), 2002).
//!
//! Two objectives, both minimised: time, and error or energy. Ties always go to the lower index, so that equal inputs give equal outputs.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;

/// Time in nanoseconds, and error in the workload's metric or energy in joules.
pub type Objectives = [f64; 2];

/// Whether `a` is nowhere worse than `b` and somewhere better.
pub fn dominates(a: Objectives, b: Objectives) -> bool {
    a[0] <= b[0] && a[1] <= b[1] && (a[0] < b[0] || a[1] < b[1])
}

/// The fronts: the indices that nothing dominates, then those that only the first front dominates, and so on.
pub fn fronts(objectives: &[Objectives]) -> Vec<Vec<usize>> {
    let mut dominators: Vec<usize> = objectives
        .iter()
        .map(|&b| objectives.iter().filter(|&&a| dominates(a, b)).count())
        .collect();
    let mut placed = vec![false; objectives.len()];
    let mut fronts = Vec::new();
    loop {
        let front: Vec<usize> = (0..objectives.len())
            .filter(|&i| !placed[i] && dominators[i] == 0)
            .collect();
        if front.is_empty() {
            return fronts;
        }
        for &i in &front {
            placed[i] = true;
            for (j, count) in dominators.iter_mut().enumerate() {
                if dominates(objectives[i], objectives[j]) {
                    *count -= 1;
                }
            }
        }
        fronts.push(front);
    }
}

/// How much room each member of a front has: the half perimeter of the box between its neighbours, infinite at the ends.
pub fn crowding(objectives: &[Objectives], front: &[usize]) -> Vec<f64> {
    let mut distance = vec![0.0; front.len()];
    for axis in [0, 1] {
        let value = |k: usize| objectives[front[k]][axis];
        let mut order: Vec<usize> = (0..front.len()).collect();
        order.sort_by(|&a, &b| value(a).total_cmp(&value(b)).then(front[a].cmp(&front[b])));
        let (Some(&first), Some(&last)) = (order.first(), order.last()) else {
            return distance;
        };
        let range = value(last) - value(first);
        distance[first] = f64::INFINITY;
        distance[last] = f64::INFINITY;
        if range > 0.0 {
            for three in order.windows(3) {
                distance[three[1]] += (value(three[2]) - value(three[0])) / range;
            }
        }
    }
    distance
}

/// Rank (0 is best) and crowding distance of every index.
pub fn rank(objectives: &[Objectives]) -> Vec<(usize, f64)> {
    let mut ranks = vec![(0, 0.0); objectives.len()];
    for (level, front) in fronts(objectives).iter().enumerate() {
        for (&i, distance) in front.iter().zip(crowding(objectives, front)) {
            ranks[i] = (level, distance);
        }
    }
    ranks
}

/// The `count` best indices: whole fronts as far as they fit, then the least crowded of the next.
pub fn select(objectives: &[Objectives], count: usize) -> Vec<usize> {
    let mut chosen = Vec::with_capacity(count);
    for front in fronts(objectives) {
        let room = count - chosen.len();
        if front.len() <= room {
            chosen.extend(front);
            continue;
        }
        let distance = crowding(objectives, &front);
        let mut order: Vec<usize> = (0..front.len()).collect();
        order.sort_by(|&a, &b| {
            distance[b]
                .total_cmp(&distance[a])
                .then(front[a].cmp(&front[b]))
        });
        chosen.extend(order.into_iter().take(room).map(|k| front[k]));
        break;
    }
    chosen
}

/// A tournament of two: the dominating one wins, then the less crowded one, then a coin.
pub fn tournament(
    objectives: &[Objectives],
    ranks: &[(usize, f64)],
    rng: &mut ChaCha8Rng,
) -> usize {
    let a = rng.random_range(0..objectives.len());
    let b = rng.random_range(0..objectives.len());
    let coin = rng.random::<bool>();
    if dominates(objectives[a], objectives[b]) {
        a
    } else if dominates(objectives[b], objectives[a]) {
        b
    } else if ranks[a].1 != ranks[b].1 {
        if ranks[a].1 > ranks[b].1 { a } else { b }
    } else if coin {
        a
    } else {
        b
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fronts_peel_off_by_dominance() {
        let points = [[1.0, 4.0], [2.0, 2.0], [4.0, 1.0], [3.0, 3.0], [5.0, 5.0]];
        assert_eq!(fronts(&points), vec![vec![0, 1, 2], vec![3], vec![4]]);
    }

    #[test]
    fn the_ends_of_a_front_are_kept_and_the_crowded_middle_goes_first() {
        let points = [[0.0, 10.0], [1.0, 8.9], [1.1, 8.8], [5.0, 4.0], [10.0, 0.0]];
        let mut kept = select(&points, 4);
        kept.sort_unstable();
        assert!(kept.contains(&0) && kept.contains(&4) && kept.contains(&3));
    }

    #[test]
    fn selection_never_drops_a_better_front_for_a_worse_one() {
        let points = [[3.0, 3.0], [1.0, 1.0], [2.0, 2.0]];
        assert_eq!(select(&points, 2), vec![1, 2]);
    }

    #[test]
    fn equal_points_do_not_dominate_each_other() {
        assert!(!dominates([1.0, 1.0], [1.0, 1.0]));
        assert_eq!(fronts(&[[1.0, 1.0], [1.0, 1.0]]).len(), 1);
    }
}
