use super::{Computed, assert_close, product};
use crate::workload::reference::graph;

/// The dense form of rows of edges, `[rows][nodes]`: what parallel edges weigh adds up.
fn dense(start: &[f64], column: &[f64], value: impl Fn(usize) -> f64, nodes: usize) -> Vec<f64> {
    let mut matrix = vec![0.0; (start.len() - 1) * nodes];
    for (row, ends) in start.windows(2).enumerate() {
        for edge in ends[0] as usize..ends[1] as usize {
            matrix[row * nodes + column[edge] as usize] += value(edge);
        }
    }
    matrix
}

#[track_caller]
fn assert_near(a: &[f64], b: &[f64]) {
    // Sums of up to some hundred numbers of some units.
    let scaled =
        |values: &[f64]| -> Vec<f64> { values.iter().map(|value| value / 100.0).collect() };
    assert_close(&scaled(a), &scaled(b));
}

#[test]
fn sparse_times_dense_is_dense_times_dense() {
    for case in Computed::of("graph/spmm_csr") {
        let (nodes, dim) = (case.size("nodes"), case.size("dim"));
        let value = case.input("value");
        let matrix = dense(
            &case.input("start"),
            &case.input("column"),
            |e| value[e],
            nodes,
        );
        let wanted = product(&matrix, &case.input("features"), nodes, dim);
        assert_near(&wanted, &case.outputs["out"]);
    }
}

#[test]
fn an_edge_has_its_element_of_the_product_of_all_features() {
    for case in Computed::of("graph/sddmm") {
        let (nodes, dim) = (case.size("nodes"), case.size("dim"));
        let right = case.input("right");
        let transposed: Vec<f64> = (0..dim)
            .flat_map(|i| right.iter().skip(i).step_by(dim).copied())
            .collect();
        let all = product(&case.input("left"), &transposed, dim, nodes);
        let ends = case.input("source").into_iter().zip(case.input("target"));
        let wanted: Vec<f64> = ends
            .map(|(from, to)| all[from as usize * nodes + to as usize])
            .collect();
        assert_near(&wanted, &case.outputs["out"]);
    }
}

#[test]
fn an_edge_to_nowhere_is_an_error() {
    let rows = [1.0, 2.0];
    let product = |to: f64| graph::sddmm([&[0.0], &[to]], [&rows, &rows], 1);
    assert_eq!(product(1.0).unwrap(), [2.0]);
    for to in [2.0, -1.0] {
        let said = product(to).unwrap_err();
        assert_eq!(said, format!("an edge names row {to}, which is not there"));
    }
    let said = graph::sddmm([&[], &[0.0]], [&rows, &rows], 1).unwrap_err();
    assert_eq!(said, "0 edges begin, and 1 end");
}

#[test]
fn each_snapshot_is_a_graph_of_common_and_own_edges() {
    for case in Computed::of("graph/multi_snapshot") {
        let [nodes, snapshots, dim] = ["nodes", "snapshots", "dim"].map(|name| case.size(name));
        let features = case.input("features");
        let common = dense(&case.input("start"), &case.input("column"), |_| 1.0, nodes);
        let own = dense(
            &case.input("more_start"),
            &case.input("more_column"),
            |_| 1.0,
            nodes,
        );
        let mut wanted = vec![0.0; nodes * snapshots * dim];
        for snapshot in 0..snapshots {
            let own = &own[snapshot * nodes * nodes..][..nodes * nodes];
            let matrix: Vec<f64> = common.iter().zip(own).map(|(a, b)| a + b).collect();
            let columns: Vec<f64> = features
                .chunks(snapshots * dim)
                .flat_map(|row| &row[snapshot * dim..][..dim])
                .copied()
                .collect();
            let sums = product(&matrix, &columns, nodes, dim);
            for (node, sums) in sums.chunks(dim).enumerate() {
                wanted[(node * snapshots + snapshot) * dim..][..dim].copy_from_slice(sums);
            }
        }
        assert_near(&wanted, &case.outputs["out"]);
    }
}
