use std::path::Path;

use super::references::{assert_close, noise};
use crate::workload::reference::{ann, svm};
use crate::workload::{Tolerance, Workload};

#[test]
fn neighbours_are_those_of_a_whole_sort_and_a_walk_of_a_full_graph_finds_them() {
    let (n, dim) = (40, 3);
    let base: Vec<f64> = noise(n * dim, 15)
        .iter()
        .map(|x| (3.0 * x).round())
        .collect();
    let query = [0.3, -1.0, 2.0];
    let far = |id: usize| -> f64 {
        (0..dim)
            .map(|d| (base[id * dim + d] - query[d]).powi(2))
            .sum()
    };
    let mut all: Vec<usize> = (0..n).collect();
    all.sort_by(|a, b| far(*a).partial_cmp(&far(*b)).unwrap());
    let found: Vec<usize> = ann::nearest(&base, &query, 12)
        .iter()
        .map(|it| it.1)
        .collect();
    assert_eq!(found, all[..12]);
    assert!(
        (1..12).any(|at| far(found[at - 1]) == far(found[at])),
        "some are equally far"
    );
    let link: Vec<f64> = (0..n * n).map(|at| (at % n) as f64).collect();
    let walked = ann::walk(&base, &link, n, &query, 12, 1).unwrap();
    assert_eq!(walked.iter().map(|it| it.1).collect::<Vec<_>>(), all[..12]);
    // A graph without a way stays where it begins.
    let alone = ann::walk(&base, &[0.0; 40], 1, &query, 12, 99).unwrap();
    assert_eq!(alone, [(far(0), 0)]);
    assert!(
        ann::walk(&base, &[40.0; 40], 1, &query, 12, 9)
            .unwrap_err()
            .contains("links to 40")
    );
}

#[test]
fn a_pair_of_points_moves_to_the_minimum_or_to_the_end_of_its_box() {
    let problem = |cost| svm::Problem {
        kernel: vec![1.0, 0.5, 0.5, 1.0],
        y: vec![1.0, -1.0],
        f: vec![-1.0, 1.0],
        alpha: vec![0.0, 0.0],
        cost,
    };
    // Along (d, d) the objective is -2 d + d^2 / 2 (1 + 1 - 2 / 2): least at d = 2.
    let free = problem(10.0);
    let alpha = free.solve(1e-9, 100);
    assert_close(&alpha, &[2.0, 2.0]);
    assert_close(&[free.objective(&alpha), free.gap(&alpha)], &[-2.0, 0.0]);
    assert_close(
        &[free.gap(&[0.0, 0.0]), free.objective(&[1.0, 1.0])],
        &[2.0, -1.5],
    );
    assert_close(&problem(1.5).solve(1e-9, 100), &[1.5, 1.5]);
}

#[test]
fn what_is_learnt_of_some_rows_tells_others_apart() {
    // Two classes left and right of 0, of which the second coordinate says nothing.
    let points = 40;
    let rows = |salt| -> Vec<f64> { noise(points * 2, salt).iter().map(|x| 3.0 * x).collect() };
    let label = |rows: &[f64]| -> Vec<f64> { rows.chunks(2).map(|row| row[0].signum()).collect() };
    let [point, unseen] = [rows(22), rows(23)];
    let pairs = (0..points * points).map(|at| [at / points, at % points]);
    let apart = |[i, j]: [usize; 2]| ann::distance(&point[2 * i..][..2], &point[2 * j..][..2]);
    let y = label(&point);
    let problem = svm::Problem {
        kernel: pairs.map(|pair| (-0.1 * apart(pair)).exp()).collect(),
        f: y.iter().map(|y| -y).collect(),
        y,
        alpha: vec![0.0; points],
        cost: 10.0,
    };
    assert!(problem.begins_from_nothing());
    let alpha = problem.solve(1e-9, 100_000);
    let test = svm::Rows {
        dim: 2,
        label: label(&unseen),
        point: point.clone(),
        unseen: unseen.clone(),
    };
    let accuracy = test.accuracy(&problem, &alpha);
    assert!((0.85..=1.0).contains(&accuracy), "{accuracy}");
    // Who has learnt nothing says no to everything.
    let negative = test.label.iter().filter(|label| **label < 0.0).count() as f64;
    let nothing = test.accuracy(&problem, &vec![0.0; points]);
    assert_eq!(nothing, negative / points as f64);
    let elsewhere = svm::Problem {
        f: vec![0.5; points],
        ..problem
    };
    assert!(!elsewhere.begins_from_nothing());
}

#[test]
fn a_solver_that_does_nothing_loses_accuracy_on_rows_that_nobody_saw() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let workload = Workload::load(&corpus.join("svm/smo_solve")).unwrap();
    let measure = |it: &Tolerance| it.yardstick.to_string() == "accuracy";
    let at = workload.tolerances.iter().position(measure).unwrap();
    let case = workload.case("small").unwrap();
    let instance = super::instance(&workload, case);
    let expected = workload.expected(case, &instance).unwrap();
    let mut outputs = expected.clone();
    let right = workload
        .errors(case, &instance, &expected, &outputs)
        .unwrap();
    assert_eq!(right[at], 0.0);
    outputs.iter_mut().for_each(|(_, values)| values.fill(0.0));
    let wrong = workload
        .errors(case, &instance, &expected, &outputs)
        .unwrap();
    // Half of the rows are on either side of the plane; of what is learnt little is wrong.
    assert!((0.25..0.6).contains(&wrong[at]), "{}", wrong[at]);
}

#[test]
fn no_feasible_step_improves_a_solution() {
    let points = 24;
    let at = noise(points * 3, 16);
    let far = |i: usize, j: usize| -> f64 {
        (0..3)
            .map(|d| (at[i * 3 + d] - at[j * 3 + d]).powi(2))
            .sum()
    };
    let pairs = (0..points * points).map(|it| (it / points, it % points));
    let problem = svm::Problem {
        kernel: pairs.map(|(i, j)| (-far(i, j)).exp()).collect(),
        y: noise(points, 17).iter().map(|x| x.signum()).collect(),
        f: noise(points, 18),
        alpha: vec![0.5; points],
        cost: 1.0,
    };
    let alpha = problem.solve(1e-9, 100_000);
    let best = problem.objective(&alpha);
    assert!(best < -0.1 && problem.gap(&alpha) < 1e-8, "{best}");
    for i in 0..points {
        for j in 0..points {
            for step in [1e-3, -1e-3] {
                let mut other = alpha.clone();
                other[i] += problem.y[i] * step;
                other[j] -= problem.y[j] * step;
                let inside = other.iter().all(|a| (0.0..=1.0).contains(a));
                assert!(!inside || problem.objective(&other) > best - 1e-9);
            }
        }
    }
}
