//! One block or more of a kernel in the simulator, with every check.

use warpsmith::edit::Built;
use warpsmith::ptx;
use warpsmith::target::Description;
use warpsmith::target::launch::{Arg, Buffer, Options, Request, Value, launch};
use warpsmith::workload::Scalar;

/// A buffer of single precision with contents, or one that the kernel is to fill.
pub enum Floats<'a> {
    In(&'a [f32]),
    Out(usize),
}

/// Executes the kernel on buffers of floats and then integers, and answers the last buffer.
///
/// Panics where a check finds a fault or an element was not written.
pub fn simulate(
    built: &Built,
    (grid, block): ([u32; 3], [u32; 3]),
    floats: &[Floats<'_>],
    integers: &[i32],
) -> Vec<f32> {
    let program = ptx::parse(&built.ptx).unwrap_or_else(|error| panic!("{error}\n{}", built.ptx));
    let buffer = |floats: &Floats<'_>| {
        let (len, data) = match floats {
            Floats::In(values) => {
                let bytes = values.iter().flat_map(|value| value.to_le_bytes());
                (values.len(), Some(bytes.collect()))
            }
            Floats::Out(len) => (*len, None),
        };
        Arg::Buffer(Buffer {
            element: Scalar::F32,
            len,
            read_only: false,
            data,
        })
    };
    let integer = |value: &i32| Arg::Scalar(Scalar::I32, u64::from(*value as u32));
    let args: Vec<Arg> = floats
        .iter()
        .map(buffer)
        .chain(integers.iter().map(integer))
        .collect();
    let request = Request {
        program: &program,
        kernel: &program.kernels[0],
        grid,
        block,
        shared: 0,
        args: &args,
    };
    let device = Description::load("h200").unwrap();
    let launched = launch(&device, &request, &Options::default()).unwrap();
    let faults: Vec<String> = launched.faults.iter().map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{faults:?}\n{}", built.ptx);
    let last = launched.buffers.last().unwrap();
    last.values()
        .map(|value| match value {
            Some(Value::F32(value)) => value,
            other => panic!("{other:?}"),
        })
        .collect()
}
