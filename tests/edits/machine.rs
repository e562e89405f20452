//! Executes what edits made of a kernel, in the simulator with all its checks.

use warpsmith::target::{Description, Limits, SimOptions, SimTarget, Target};
use warpsmith::workload::{Arg, Buffer, Instance, Launch, Reshape, Role, Scalar};

/// A buffer of a launch.
pub enum Data<'a> {
    Floats(&'a [f32]),
    Integers(&'a [i32]),
    /// So many floats, to be written.
    Output(usize),
    /// A number by value.
    Number(i32),
}

/// One launch.
pub struct Shot<'a> {
    pub entry: &'a str,
    pub grid: [u32; 3],
    pub block: [u32; 3],
    pub shared: u32,
    pub args: &'a [Data<'a>],
}

impl Shot<'_> {
    /// Executes it, changed as an edit says; the outputs, one after the other, or what the simulator found.
    pub fn execute(&self, ptx: &str, reshape: Reshape) -> Result<Vec<f32>, String> {
        self.execute_with_registers(ptx, reshape)
            .map(|(outputs, _)| outputs)
    }

    /// The same, with the registers that the clock gave a thread.
    pub fn execute_with_registers(
        &self,
        ptx: &str,
        reshape: Reshape,
    ) -> Result<(Vec<f32>, u32), String> {
        let instance = self.instance(reshape)?;
        let target = Description::load("h200").map_err(|error| error.to_string())?;
        let limits = Limits { steps: 1_000_000 };
        let execution = SimTarget::new(target, SimOptions::default())
            .execute(ptx, &instance, &limits)
            .map_err(|fault| fault.to_string())?;
        let words = execution
            .outputs
            .iter()
            .flat_map(|(_, bytes)| bytes.chunks_exact(4));
        let outputs = words.filter_map(|word| word.try_into().ok().map(f32::from_le_bytes));
        Ok((outputs.collect(), execution.registers))
    }

    fn instance(&self, reshape: Reshape) -> Result<Instance, String> {
        let mut buffers = Vec::new();
        let mut args = Vec::new();
        for data in self.args {
            let (scalar, len, role, bytes) = match data {
                Data::Floats(values) => {
                    let bytes = values.iter().flat_map(|it| it.to_le_bytes()).collect();
                    (Scalar::F32, values.len(), Role::Input, Some(bytes))
                }
                Data::Integers(values) => {
                    let bytes = values.iter().flat_map(|it| it.to_le_bytes()).collect();
                    (Scalar::I32, values.len(), Role::Input, Some(bytes))
                }
                Data::Output(len) => (Scalar::F32, *len, Role::Output, None),
                Data::Number(number) => {
                    args.push(Arg::Scalar(Scalar::I32, u64::from(*number as u32)));
                    continue;
                }
            };
            args.push(Arg::Buffer(buffers.len()));
            buffers.push(Buffer {
                name: format!("arg{}", args.len() - 1),
                scalar,
                len,
                role,
                data: bytes,
            });
        }
        let mut launch = Launch {
            entry: self.entry.to_owned(),
            grid: self.grid,
            block: self.block,
            shared: self.shared,
            args,
            ..Launch::default()
        };
        reshape.apply(&mut launch)?;
        Ok(Instance {
            case: "test".to_owned(),
            buffers,
            launches: vec![launch],
        })
    }
}
