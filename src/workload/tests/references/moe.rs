use super::{Computed, assert_close, product};
use crate::workload::reference::moe;

#[test]
fn a_token_chooses_the_first_of_its_highest_logits() {
    let ln = f64::ln;
    let logits = [
        [ln(1.0), ln(5.0), ln(2.0), ln(5.0)],
        [ln(3.0), ln(1.0), ln(1.0), ln(1.0)],
        [ln(1.0), ln(2.0), ln(1.0), ln(1.0)],
    ];
    let gate = moe::gate(logits.as_flattened(), 4, 1.0).unwrap();
    assert_eq!(gate.expert, [1.0, 0.0, 1.0]);
    // Expert 1 takes one token, and not the last.
    assert_eq!(gate.position, [0.0, 0.0, -1.0]);
    assert_eq!(gate.load, [1.0, 2.0, 0.0, 0.0]);
    assert_close(&gate.weight, &[5.0 / 13.0, 0.5, 0.0]);
}

#[test]
fn positions_are_ranks_within_the_tokens_of_an_expert() {
    let mut dropped = 0;
    for case in Computed::of("moe/gate") {
        let [tokens, experts, capacity] =
            ["tokens", "experts", "capacity"].map(|name| case.size(name));
        let expert = &case.outputs["expert"];
        // Sorted by expert, and by number among those of one: the rank is the distance from the expert's first.
        let mut sorted: Vec<usize> = (0..tokens).collect();
        sorted.sort_by_key(|token| (expert[*token] as usize, *token));
        let first: Vec<usize> = (0..=experts)
            .map(|e| sorted.partition_point(|token| (expert[*token] as usize) < e))
            .collect();
        for (at, token) in sorted.iter().enumerate() {
            let rank = at - first[expert[*token] as usize];
            let position = if rank < capacity { rank as f64 } else { -1.0 };
            assert_eq!(case.outputs["position"][*token], position);
            let weight = case.outputs["weight"][*token];
            assert_eq!(weight == 0.0, position < 0.0);
            dropped += usize::from(position < 0.0);
        }
        let load: Vec<f64> = first
            .windows(2)
            .map(|ends| (ends[1] - ends[0]) as f64)
            .collect();
        assert_eq!(case.outputs["load"], load);
    }
    assert!(dropped > 50, "{dropped}");
}

/// The slots are a one-hot matrix times the tokens, and what comes back another times the answers.
#[test]
fn dispatch_is_a_product_with_a_one_hot_matrix() {
    for case in Computed::of("moe/dispatch") {
        let [tokens, experts, capacity, width] =
            ["tokens", "experts", "capacity", "width"].map(|name| case.size(name));
        let slots = experts * capacity;
        let (mut there, mut back) = (vec![0.0; slots * tokens], vec![0.0; tokens * slots]);
        let [expert, position, weight] =
            ["expert", "position", "weight"].map(|name| case.input(name));
        for token in (0..tokens).filter(|token| position[*token] >= 0.0) {
            let slot = expert[token] as usize * capacity + position[token] as usize;
            there[slot * tokens + token] = 1.0;
            back[token * slots + slot] = weight[token];
        }
        let slots_wanted = product(&there, &case.input("tokens_in"), tokens, width);
        assert_eq!(slots_wanted, case.outputs["slots"]);
        let out = product(&back, &case.input("answers"), slots, width);
        assert_eq!(out, case.outputs["out"]);
    }
}

#[test]
fn places_out_of_range_and_places_taken_twice_are_errors() {
    assert!(
        moe::places(&[0.0, 2.0], 2, 9.0)
            .unwrap_err()
            .contains("element 1 is of group 2 of 2")
    );
    assert!(moe::places(&[-1.0], 2, 9.0).is_err());
    let slots = |expert: f64, position: f64| moe::slots_of(&[1.0, expert], &[0.0, position], 2, 3);
    assert_eq!(slots(1.0, 2.0).unwrap(), [Some(3), Some(5)]);
    assert_eq!(slots(9.0, -1.0).unwrap(), [Some(3), None]);
    for (expert, position) in [(1.0, 0.0), (2.0, 0.0), (0.0, 3.0), (-1.0, 0.0), (0.0, -2.0)] {
        assert!(slots(expert, position).is_err(), "{expert} {position}");
    }
}
