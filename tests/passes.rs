//! What a target does between the passes of a loop.

use warpsmith::target::{Description, Limits, SimOptions, SimTarget, Target};
use warpsmith::workload::{Arg, Buffer, Exit, Instance, Launch, Role, Scalar};

/// `next[i] = now[i] + 1`, by one warp; `flag = 1` while an element is below `most`.
const PTX: &str = "
.version 8.0
.target sm_90
.address_size 64
.visible .entry step(.param .u64 now, .param .u64 next, .param .u64 flag, .param .u32 most)
{
  .reg .pred %p<2>;
  .reg .b32 %r<6>;
  .reg .b64 %d<8>;
  ld.param.u64 %d1, [now];
  ld.param.u64 %d2, [next];
  ld.param.u64 %d3, [flag];
  ld.param.u32 %r1, [most];
  mov.u32 %r2, %tid.x;
  mul.wide.u32 %d4, %r2, 4;
  add.s64 %d5, %d1, %d4;
  add.s64 %d6, %d2, %d4;
  ld.global.u32 %r3, [%d5];
  add.u32 %r4, %r3, 1;
  st.global.u32 [%d6], %r4;
  setp.ge.u32 %p1, %r4, %r1;
  @%p1 bra done;
  mov.u32 %r5, 1;
  st.global.u32 [%d3], %r5;
done:
  ret;
}
";

const NOW: usize = 0;
const NEXT: usize = 1;
const FLAG: usize = 2;

fn run(passes: usize, most: u64) -> (Vec<u32>, Vec<f64>, u64) {
    let buffer = |name: &str, len, role, data| Buffer {
        name: name.into(),
        scalar: Scalar::I32,
        len,
        role,
        data,
    };
    let pass = Launch {
        entry: "step".into(),
        grid: [1; 3],
        block: [32, 1, 1],
        args: vec![
            Arg::Buffer(NOW),
            Arg::Buffer(NEXT),
            Arg::Buffer(FLAG),
            Arg::Scalar(Scalar::I32, most),
        ],
        clear: Some(FLAG),
        swap: vec![[NOW, NEXT]],
        exit: Some(Exit {
            buffer: FLAG,
            to: passes,
        }),
        ..Launch::default()
    };
    let instance = Instance {
        case: "passes".into(),
        buffers: vec![
            buffer("now", 32, Role::Inout, Some(vec![0; 128])),
            buffer("next", 32, Role::Scratch, None),
            buffer("flag", 1, Role::Scratch, None),
        ],
        launches: vec![pass; passes],
    };
    let target = Description::load("h200").unwrap();
    let mut target = SimTarget::new(target, SimOptions::default());
    let ran = target
        .execute(PTX, &instance, &Limits { steps: 10_000 })
        .unwrap();
    assert_eq!(ran.outputs.len(), 1);
    let words = ran.outputs[0].1.as_chunks::<4>().0.iter();
    let values = words.map(|word| u32::from_le_bytes(*word)).collect();
    (values, ran.launch_cycles, ran.steps)
}

#[test]
fn the_output_is_what_the_last_pass_wrote_whether_passes_are_even_or_odd() {
    for passes in [1, 2, 3, 6] {
        let (values, cycles, _) = run(passes, 100);
        assert_eq!(values, [passes as u32; 32]);
        assert_eq!(cycles.len(), 1, "passes are one launch of the manifest");
    }
}

#[test]
fn the_pass_that_leaves_the_flag_zero_is_the_last() {
    let (values, all, steps) = run(50, 4);
    assert_eq!(values, [4; 32]);
    let (_, four, the_same) = run(4, 100);
    let close = (all[0] - four[0]).abs() < 0.1 * four[0];
    assert!(close, "{all:?} {four:?}");
    assert!(steps.abs_diff(the_same) <= 8, "{steps} {the_same}");
}
