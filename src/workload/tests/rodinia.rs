use super::references::{assert_close, noise};
use crate::workload::reference::rodinia::{
    backprop, bfs, btree, gaussian, hotspot, kmeans, lavamd, lud, nn, nw, particlefilter,
    pathfinder, srad, streamcluster,
};

#[test]
fn a_chip_gains_what_its_power_and_the_surroundings_give_it() {
    let (rows, cols) = (5, 7);
    let chip = hotspot::Chip::of(rows, cols);
    let temp: Vec<f64> = noise(35, 9).iter().map(|x| 330.0 + 10.0 * x).collect();
    let power: Vec<f64> = noise(35, 10).iter().map(|x| 1.0 + x).collect();
    let next = chip.step(&power, &temp);
    // What flows between two cells leaves the one and enters the other.
    let outside: f64 = temp.iter().map(|here| (80.0 - here) / chip.rz).sum();
    let gained = chip.gain * (power.iter().sum::<f64>() + outside);
    let gain: f64 = next.iter().zip(&temp).map(|(a, b)| a - b).sum();
    assert!((gain - gained).abs() < 1e-9, "{gain} {gained}");
    // Heat goes from the hot cell to its four neighbours, by the published resistances: K / W of a cell of silicon.
    let mut spot = vec![330.0; 35];
    spot[17] = 331.0;
    let cold = chip.step(&[0.0; 35], &[330.0; 35]);
    let after = chip.step(&[0.0; 35], &spot);
    let moved: Vec<f64> = after.iter().zip(&cold).map(|(a, b)| a - b).collect();
    let [side, end] = [moved[16], moved[10]];
    assert!(
        (side - chip.gain / chip.rx).abs() < 1e-12 && (end - chip.gain / chip.ry).abs() < 1e-12
    );
    assert!((chip.rx - (0.016 / 7.0) / (2.0 * 100.0 * 0.0005 * (0.016 / 5.0))).abs() < 1e-12);
    assert_close(&[moved[18], moved[24], moved[9]], &[side, end, 0.0]);
}

/// The best of all alignments, tried one by one.
fn best_alignment(similarity: &[f64], n: usize, i: usize, j: usize, penalty: f64) -> f64 {
    if i == 0 || j == 0 {
        return -penalty * (i + j) as f64;
    }
    let go = |i, j| best_alignment(similarity, n, i, j, penalty);
    let both = go(i - 1, j - 1) + similarity[(i - 1) * n + j - 1];
    both.max(go(i - 1, j) - penalty).max(go(i, j - 1) - penalty)
}

#[test]
fn scores_are_those_of_the_best_of_all_alignments() {
    let n = 6;
    let similarity: Vec<f64> = noise(n * n, 11).iter().map(|x| (8.0 * x).round()).collect();
    for penalty in [1.0, 3.0, 50.0] {
        let scores = nw::align(n, &similarity, penalty);
        for i in 0..n {
            for j in 0..n {
                let best = best_alignment(&similarity, n, i + 1, j + 1, penalty);
                assert_eq!(scores[i * n + j], best);
            }
        }
    }
}

#[test]
fn the_cheapest_way_is_the_cheapest_of_all_ways() {
    let (rows, cols) = (6, 4);
    let wall: Vec<f64> = noise(rows * cols, 12)
        .iter()
        .map(|x| (9.0 * x).round())
        .collect();
    fn cheapest(wall: &[f64], cols: usize, row: usize, col: usize) -> f64 {
        let here = wall[row * cols + col];
        let from = col.saturating_sub(1)..=(col + 1).min(cols - 1);
        let before = from
            .filter(|_| row > 0)
            .map(|col| cheapest(wall, cols, row - 1, col));
        here + before.min_by(f64::total_cmp).unwrap_or(0.0)
    }
    let last: Vec<f64> = (0..cols)
        .map(|col| cheapest(&wall, cols, rows - 1, col))
        .collect();
    assert_eq!(pathfinder::cheapest(&wall, cols), last);
    assert_eq!(pathfinder::cheapest(&[7.0], 1), [7.0]);
}

#[test]
fn levels_are_the_least_numbers_that_no_edge_improves() {
    let nodes = 30;
    let ends: Vec<(usize, usize)> = noise(140, 13)
        .chunks(2)
        .map(|pair| [pair[0], pair[1]].map(|x| ((x + 1.0) * 0.5 * nodes as f64) as usize))
        .map(|[from, to]| (from.min(nodes - 1), to.min(nodes - 3)))
        .collect();
    // Edges one by one, again and again, until none improves anything.
    let mut least = vec![f64::INFINITY; nodes];
    least[4] = 0.0;
    for _ in 0..nodes {
        for (from, to) in &ends {
            least[*to] = least[*to].min(least[*from] + 1.0);
        }
    }
    let mut sorted = ends.clone();
    sorted.sort_unstable();
    let before = |node: usize| sorted.iter().filter(|(from, _)| *from < node).count() as f64;
    let start: Vec<f64> = (0..=nodes).map(before).collect();
    let column: Vec<f64> = sorted.iter().map(|(_, to)| *to as f64).collect();
    let levels = bfs::levels(&start, &column, 4).unwrap();
    let wanted: Vec<f64> = least
        .iter()
        .map(|it| if it.is_finite() { *it } else { -1.0 })
        .collect();
    assert_eq!(levels, wanted);
    assert!(
        levels[nodes - 1] == -1.0 && levels.iter().any(|level| *level > 2.0),
        "{levels:?}"
    );
    assert!(
        bfs::levels(&[0.0, 1.0], &[1.0], 0)
            .unwrap_err()
            .contains("an edge to 1")
    );
    assert!(
        bfs::levels(&[0.0, 1.0], &[0.0], 1)
            .unwrap_err()
            .contains("no node 1")
    );
}

#[test]
fn factors_multiply_to_the_matrix() {
    let n = 9;
    let mut matrix = noise(n * n, 14);
    (0..n).for_each(|at| matrix[at * n + at] += n as f64);
    let mut factors = matrix.clone();
    lud::decompose(&mut factors, n);
    for i in 0..n {
        for j in 0..n {
            let lower = |k: usize| if k == i { 1.0 } else { factors[i * n + k] };
            let terms = (0..=i.min(j)).map(|k| lower(k) * factors[k * n + j]);
            let product: f64 = terms.sum();
            assert!((product - matrix[i * n + j]).abs() < 1e-12);
        }
    }
}

#[test]
fn a_triangle_has_zeros_below_and_the_solution_of_the_system() {
    let n = 9;
    let mut a = noise(n * n, 15);
    (0..n).for_each(|at| a[at * n + at] += n as f64);
    // The right side is made from a solution, which elimination must keep.
    let solution = noise(n, 16);
    let applied = |a: &[f64]| -> Vec<f64> {
        let terms = |row: &[f64]| row.iter().zip(&solution).map(|(a, x)| a * x).sum();
        a.chunks(n).map(terms).collect()
    };
    let mut b = applied(&a);
    let first = (a[..n].to_vec(), b[0]);
    gaussian::eliminate(&mut a, &mut b);
    for row in 1..n {
        assert!(a[row * n..row * n + row].iter().all(|below| *below == 0.0));
    }
    assert_close(&applied(&a), &b);
    // Rows get multiples of those above them alone: the first is as it was.
    assert_eq!((a[..n].to_vec(), b[0]), first);
}

#[test]
fn weights_change_along_the_gradient_of_what_is_summed() {
    let (units, hidden) = (21, 3);
    let [unit, delta] = [noise(units, 17), noise(hidden, 18)];
    let weight = noise(units * hidden, 19);
    let sums = |weight: &[f64]| backprop::partial_sums(&unit, weight, hidden);
    assert_eq!(sums(&weight).len(), 2 * hidden);
    // Errors times sums: linear in each weight, so that a step of 1 shows the slope.
    let total = |weight: &[f64]| -> f64 {
        let terms = sums(weight).into_iter().zip(delta.iter().cycle());
        terms.map(|(sum, delta)| sum * delta).sum()
    };
    let before = noise(units * hidden, 20);
    let wanted: Vec<f64> = (0..units * hidden)
        .map(|at| {
            let mut raised = weight.clone();
            raised[at] += 1.0;
            0.5 * (total(&raised) - total(&weight)) + 0.25 * before[at]
        })
        .collect();
    let [mut after, mut change] = [weight.clone(), before];
    backprop::adjust(&unit, &delta, &mut after, &mut change, [0.5, 0.25]);
    assert_close(&change, &wanted);
    let moved: Vec<f64> = after.iter().zip(&weight).map(|(a, b)| a - b).collect();
    assert_close(&moved, &wanted);
    // The second tile has the last five units alone.
    let mut last = vec![0.0; units * hidden];
    last[20 * hidden + 1] = 1.0;
    assert_eq!(sums(&last), [0.0, 0.0, 0.0, 0.0, unit[20], 0.0]);
}

#[test]
fn an_even_image_with_one_speckle_loses_it_and_keeps_its_edges() {
    // A speckle in an even image is taken off towards its neighbours; what is equal all around does not change.
    let cols = 8;
    let mut image = vec![1.0; 64];
    image[27] = 1.1;
    let after = srad::diffuse(&image, cols, 0.5);
    assert!(after[27] < 1.1 && after[26] > 1.0 && after[28] > 1.0 && after[19] > 1.0);
    assert_eq!(after[0], 1.0);
    // Twice the image is twice the result: the method is scale-free.
    let twice: Vec<f64> = image.iter().map(|x| 2.0 * x).collect();
    let doubled: Vec<f64> = after.iter().map(|x| 2.0 * x).collect();
    assert_close(&srad::diffuse(&twice, cols, 0.5), &doubled);
}

#[test]
fn a_particle_is_drawn_as_often_as_its_weight_says() {
    let sums = [1.0, 1.0, 4.0, 5.0];
    let drawn = particlefilter::draw(&sums, &[0.0, 1.0, 1.5, 4.0, 4.1, 5.0, 9.0]);
    assert_eq!(drawn, [0, 0, 2, 2, 3, 3, 3]);
}

#[test]
fn a_point_pays_its_weight_times_the_squared_distance() {
    let points = streamcluster::Points {
        coord: &[0.0, 3.0, 1.0, 0.0, 4.0, 1.0],
        weight: &[1.0, 2.0, 10.0],
        cost: &[0.0, 60.0, 5.0],
    };
    // From (3, 4) to (0, 0) it is 25, from (1, 1) it is 2.
    let changes: Vec<f64> = (0..3).map(|point| points.change(point, 0)).collect();
    assert_eq!(changes, [0.0, -10.0, 15.0]);
}

#[test]
fn a_point_belongs_to_the_centre_on_whose_side_of_every_bisector_it_is() {
    let (points, dim) = (40, 3);
    let feature = noise(dim * points, 15);
    let centre = noise(7 * dim, 16);
    let member = kmeans::assign(&feature, &centre, points, dim);
    let centres: Vec<&[f64]> = centre.chunks(dim).collect();
    let dot = |a: &[f64], b: &[f64]| -> f64 { a.iter().zip(b).map(|(x, y)| x * y).sum() };
    for (point, of) in member.iter().enumerate() {
        let own: Vec<f64> = (0..dim).map(|d| feature[d * points + point]).collect();
        let side = |c: &[f64]| dot(&own, c) - dot(c, c) / 2.0;
        let mine = side(centres[*of as usize]);
        assert!(centres.iter().all(|other| side(other) <= mine), "{point}");
    }
    assert!(member.iter().any(|of| *of != member[0]));
    // As near to both: the first.
    assert_eq!(kmeans::assign(&[0.0], &[2.0, 1.0, -1.0], 1, 1), [1.0]);
}

#[test]
fn forces_are_how_the_potential_falls_and_equal_charges_push_alike() {
    let (edge, per) = (4, 2);
    let mut particle: Vec<f64> = noise(4 * 64 * per, 17).iter().map(|x| x.abs()).collect();
    let all = lavamd::forces(&particle, edge, per);
    // Box (1, 2, 1) has neighbours on all sides: box 25. What it gets falls off along each axis as the force says; a particle moved by h
    // moves away from all others, but not from itself.
    let at = (25 * per + 1) * 4;
    let h = 1e-6;
    let mut slope = [0.0; 3];
    for (axis, slope) in slope.iter_mut().enumerate() {
        let potential = |by: f64| {
            let mut moved = particle.clone();
            moved[at + axis] += by;
            lavamd::forces(&moved, edge, per)[at]
        };
        *slope = (potential(-h) - potential(h)) / h;
    }
    for (slope, force) in slope.iter().zip(&all[at + 1..at + 4]) {
        assert!((slope - force).abs() < 1e-7, "{slope} {force}");
    }
    // Among equal charges every push has its opposite.
    particle.chunks_mut(4).for_each(|it| it[3] = 1.5);
    let all = lavamd::forces(&particle, edge, per);
    for axis in 1..4 {
        let total: f64 = all.chunks(4).map(|it| it[axis]).sum();
        assert!(total.abs() < 1e-9, "{total}");
    }
    // Two boxes away there is nothing: of charges in one corner alone, the opposite one feels none.
    particle[4 * per..].chunks_mut(4).for_each(|it| it[3] = 0.0);
    let all = lavamd::forces(&particle, edge, per);
    assert!(all[at..at + 4].iter().all(|x| *x == 0.0) && all[0] > 0.0);
}

#[test]
fn a_record_is_as_far_as_pythagoras_says() {
    let record = [33.0, 86.0, 30.0, 90.0, -5.0, 6.0];
    assert_eq!(nn::distances(&record, [30.0, 90.0]), [5.0, 0.0, 91.0]);
}

/// Rising keys with gaps and runs.
fn keys(count: usize) -> Vec<f64> {
    let steps = noise(count, 21);
    let steps = steps.iter().map(|step| (3.0 * step).round().max(0.0));
    let rising = steps.scan(-4.0, |key, step| {
        *key += step;
        Some(*key)
    });
    rising.collect()
}

#[test]
fn a_key_is_found_at_the_last_record_that_has_it() {
    let key = keys(50);
    let mut found = 0;
    for wanted in -6..90 {
        let wanted = f64::from(wanted);
        let last = key.iter().rposition(|key| *key == wanted);
        assert_eq!(btree::find(&key, wanted), last, "{wanted}");
        found += usize::from(last.is_some());
    }
    assert!((10..45).contains(&found), "{found}");
    assert_eq!(btree::find(&[], 1.0), None);
}

#[test]
fn going_down_a_tree_one_finds_what_is_found_among_the_keys() {
    for (count, order, levels) in [(50, 4, 3), (64, 4, 3), (5, 8, 1), (17, 2, 6), (1, 3, 2)] {
        let key = keys(count);
        let tree = btree::tree(&key, order, levels).unwrap();
        assert_eq!(
            btree::separators(count, order, levels),
            Some(tree.len()),
            "{count}"
        );
        let inner: usize = (0..levels - 1).map(|level| order.pow(level)).sum();
        assert_eq!(tree[inner * order..][..count], key);
        for wanted in -6..90 {
            let wanted = f64::from(wanted);
            let mut node = 0;
            loop {
                let child = tree[node * order..][..order]
                    .iter()
                    .rposition(|key| *key <= wanted)
                    .unwrap_or(0);
                if node >= inner {
                    let record = (node - inner) * order + child;
                    let found = (key.get(record) == Some(&wanted)).then_some(record);
                    assert_eq!(found, btree::find(&key, wanted), "{wanted}");
                    break;
                }
                node = node * order + 1 + child;
            }
        }
    }
    for (key, said) in [
        (&[3.0, 2.0][..], "key 1 is below key 0"),
        (&[btree::NOTHING], "must be below 2147483647"),
        (
            &[0.0; 5],
            "5 keys for 2 levels of 2 children, which have room for 4",
        ),
    ] {
        let refused = btree::tree(key, 2, 2).unwrap_err();
        assert!(refused.contains(said), "{refused}");
    }
    assert_eq!(btree::separators(1, 1 << 16, 6), None);
}
