use super::{assert_close, noise};
use crate::workload::reference::attention;

#[test]
fn equal_keys_give_the_mean_of_the_values() {
    let shape = attention::Shape {
        heads: 2,
        seq: 5,
        dim: 3,
    };
    let v = noise(30, 1);
    let out = attention::attention(shape, &noise(30, 2), &[0.7; 30], &v);
    for head in 0..2 {
        for i in 0..3 {
            let mean = (0..5).map(|key| v[head * 15 + key * 3 + i]).sum::<f64>() / 5.0;
            (0..5).for_each(|row| assert_close(&[out[head * 15 + row * 3 + i]], &[mean]));
        }
    }
}

#[test]
fn two_keys_are_weighed_by_the_logistic_of_their_difference() {
    let shape = attention::Shape {
        heads: 1,
        seq: 2,
        dim: 4,
    };
    let q = [1.0, 0.0, 0.0, 0.0, 2000.0, 0.0, 0.0, 0.0];
    let k = [3.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0];
    let v = [1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0];
    // Scores of the first row are 3 / 2 and 1 / 2; those of the second are far beyond the range of exp.
    let first = 1.0 / (1.0 + (-1.0f64).exp());
    let out = attention::attention(shape, &q, &k, &v);
    assert_close(&out, &[first, first, first, first, 1.0, 1.0, 1.0, 1.0]);
}

#[test]
fn keeping_every_key_prunes_nothing() {
    let shape = attention::Shape {
        heads: 2,
        seq: 7,
        dim: 4,
    };
    let [q, k, v] = [1, 2, 3].map(|salt| noise(56, salt));
    let all = attention::keep(shape, &q, &k, -100.0);
    assert_eq!(all, [1.0; 98]);
    let pruned = attention::pruned(shape, &q, &k, &v, &all);
    assert_close(&pruned, &attention::attention(shape, &q, &k, &v));
}

#[test]
fn one_kept_key_gives_its_value_and_none_gives_zeros() {
    let shape = attention::Shape {
        heads: 1,
        seq: 2,
        dim: 2,
    };
    let (q, k) = ([1.0, 0.0, 0.0, -3.0], [2.0, 0.0, 1.0, 5.0]);
    // The first query reaches 2 with the first key alone; the second has 0 and -15.
    let kept = attention::keep(shape, &q, &k, 2.0);
    assert_eq!(kept, [1.0, 0.0, 0.0, 0.0]);
    let out = attention::pruned(shape, &q, &k, &[7.0, 8.0, 9.0, 10.0], &kept);
    assert_eq!(out, [7.0, 8.0, 0.0, 0.0]);
}
