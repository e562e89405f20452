//! Device functions: which ones a kernel reaches, their code, and the calls.
//!
//! Every function that a kernel reaches is lowered once, behind the kernel, with slots of its own. What it has in memory (parameters,
//! return values, arrays) is a frame in the thread's local memory, found through one register that every body shares, the stack pointer.

use super::*;

/// Calls that may be open at once in one thread. A thread's stack is small on hardware as well: 1 KiB unless the host asks for more.
const MAX_DEPTH: usize = 64;
/// Local memory that recursion may use, bytes a thread; and the most that a device gives (CUDA programming guide, compute capabilities).
const MAX_STACK: usize = 1 << 18;
const MAX_LOCAL: usize = 512 << 10;

/// The function indices that `kernel` reaches through calls, in the order of their first call.
pub(super) fn reached(program: &Program, kernel: &Kernel) -> Result<Vec<usize>, Fault> {
    let mut found: Vec<usize> = Vec::new();
    let mut bodies = vec![kernel];
    while let Some(body) = bodies.pop() {
        for inst in &body.insts {
            let Op::Call {
                callee,
                returns,
                args,
            } = &inst.op
            else {
                continue;
            };
            for index in callees(program, callee, returns.len(), args.len()) {
                if found.contains(&index) {
                    continue;
                }
                match &program.functions[index].body {
                    Some(Ok(function)) => {
                        found.push(index);
                        bodies.push(function);
                    }
                    Some(Err(error)) => {
                        let name = &program.functions[index].name;
                        let message = format!("{error} (function {name}, kernel {})", kernel.name);
                        return Err(Fault::new(FaultKind::Unsupported, message));
                    }
                    None => {}
                }
            }
        }
    }
    Ok(found)
}

/// The functions that a call may reach: one, or for a register all that take and return as many values.
fn callees(program: &Program, callee: &Callee, returns: usize, args: usize) -> Vec<usize> {
    match *callee {
        Callee::Function(index) => vec![index],
        Callee::Pointer(_) => (0..program.functions.len())
            .filter(|&index| {
                let function = &program.functions[index];
                // One that is not supported is refused only where it is called by name; through a pointer it is not found.
                matches!(function.body, Some(Ok(_)))
                    && function.returns.len() == returns
                    && function.args.len() == args
            })
            .collect(),
    }
}

impl<'a> Lower<'a> {
    /// Lowers the functions in `reached` behind the kernel.
    pub(super) fn functions(&mut self, reached: &[usize]) -> Result<(), Fault> {
        for (at, &index) in reached.iter().enumerate() {
            let function = &self.program.functions[index];
            let Some(Ok(body)) = &function.body else {
                continue;
            };
            let first = self.next;
            self.kernel = body;
            self.function = Some(index);
            self.declare_registers();
            self.place_locals(&function.args, &function.returns);
            let entry = self.code.lines.len() as u32;
            self.lines()?;
            self.push(Step::Nop);
            let exit = self.code.lines.len() as u32 - 1;
            self.resolve(entry as usize, exit);
            let formals = |of: &[Formal]| -> Vec<Passed> {
                of.iter().map(|formal| self.formal(formal)).collect()
            };
            let (args, returns) = (formals(&function.args), formals(&function.returns));
            // What it is given, it has.
            let mut unset = self.unset();
            unset.retain(|&(_, slot)| {
                !args
                    .iter()
                    .any(|arg| matches!(arg, Passed::Slot { slot: given, .. } if *given == slot))
            });
            let slots = std::array::from_fn(|file| first[file]..self.next[file]);
            self.code.functions[at] = Routine {
                name: function.name.clone(),
                var: function.var,
                entry,
                exit,
                args,
                returns,
                slots,
                frame: self.frame as u32,
                unset,
            };
        }
        Ok(())
    }

    fn formal(&self, formal: &Formal) -> Passed {
        match formal.at {
            FormalAt::Var(var) => Passed::Memory {
                offset: self.var_at.get(&var).copied().unwrap_or(0) as u32,
                bytes: formal.bytes as u32,
            },
            FormalAt::Reg(reg) => self.passed_register(reg),
        }
    }

    fn passed_register(&self, reg: Reg) -> Passed {
        let ty = self.kernel.regs[reg.0 as usize].ty;
        Passed::Slot {
            slot: self.slots[reg.0 as usize],
            bytes: ty.bytes() as u8,
        }
    }

    fn actual(&mut self, actual: &Actual) -> Result<Passed, Fault> {
        Ok(match *actual {
            Actual::Nothing => Passed::Nothing,
            Actual::Var(var) => Passed::Memory {
                offset: self.var_at.get(&var).copied().unwrap_or(0) as u32,
                bytes: self.program.vars[var].bytes as u32,
            },
            Actual::Value(Operand::Reg(reg)) => {
                if self.kernel.regs[reg.0 as usize].ty == Ty::PRED {
                    return self.unsupported("predicate as an argument");
                }
                self.passed_register(reg)
            }
            Actual::Value(operand) => Passed::Slot {
                slot: self.src(&operand, U64)?,
                bytes: 8,
            },
        })
    }

    pub(super) fn call(
        &mut self,
        callee: &Callee,
        returns: &[Actual],
        args: &[Actual],
    ) -> Result<(), Fault> {
        let mut passed = Vec::with_capacity(args.len());
        for actual in args {
            passed.push(self.actual(actual)?);
        }
        let mut kept = Vec::with_capacity(returns.len());
        for actual in returns {
            kept.push(self.actual(actual)?);
        }
        let target = match *callee {
            Callee::Pointer(reg) => Target::Pointer(self.slots[reg.0 as usize]),
            Callee::Function(index) => {
                let function = &self.program.functions[index];
                match self.reached.iter().position(|&known| known == index) {
                    Some(at) => {
                        if function.args.len() != args.len()
                            || function.returns.len() != returns.len()
                        {
                            return self.unsupported(&format!(
                                "call of {} with {} arguments and {} return values",
                                function.name,
                                args.len(),
                                returns.len()
                            ));
                        }
                        Target::Function(at as u32)
                    }
                    None => return self.builtin(&function.name, passed, kept),
                }
            }
        };
        let frame = self.frame as u32;
        self.push(Step::Call(Box::new(Call {
            target,
            args: passed,
            frame,
        })));
        self.push(Step::Return(Box::new(Return {
            returns: kept,
            frame,
        })));
        Ok(())
    }

    /// The functions that every device has.
    fn builtin(
        &mut self,
        name: &str,
        args: Vec<Passed>,
        returns: Vec<Passed>,
    ) -> Result<(), Fault> {
        let (which, count) = match name {
            "vprintf" => (System::Print, 2),
            "__assertfail" => (System::Assert, 5),
            _ => return self.unsupported(&format!("call of {name}")),
        };
        if args.len() != count || returns.len() > 1 {
            return self.unsupported(&format!("call of {name} with {} arguments", args.len()));
        }
        self.push(Step::System(Box::new(SystemCall {
            which,
            args,
            returns,
        })));
        Ok(())
    }

    /// Local memory of a thread: the frames of the deepest chain of calls; where functions call themselves, of a bounded depth.
    pub(super) fn stack(&mut self, kernel_frame: usize) -> Result<(), Fault> {
        let frames: Vec<usize> = self
            .code
            .functions
            .iter()
            .map(|routine| routine.frame as usize)
            .collect();
        let deepest = self.deepest(kernel_frame, &frames);
        let bytes = deepest.unwrap_or_else(|| {
            let most = frames.iter().copied().max().unwrap_or(0);
            let room = MAX_STACK.max(kernel_frame + most);
            (kernel_frame + MAX_DEPTH * most).min(room)
        });
        if bytes > MAX_LOCAL {
            let message = format!(
                "kernel {} needs {bytes} bytes of local memory a thread; there are {MAX_LOCAL}",
                self.code.name
            );
            return Err(Fault::new(FaultKind::Unsupported, message));
        }
        self.code.local_bytes = bytes;
        self.code.max_depth = MAX_DEPTH.max(if deepest.is_some() { frames.len() } else { 0 });
        Ok(())
    }

    /// Bytes of the deepest chain of calls, or `None` if a function can reach itself.
    fn deepest(&self, kernel_frame: usize, frames: &[usize]) -> Option<usize> {
        // Longest distance from the kernel by relaxation; a graph without cycles settles after as many rounds as it has functions.
        let mut reach = vec![None; frames.len()];
        for round in 0..=frames.len() {
            let mut changed = false;
            for line in &self.code.lines {
                let Step::Call(call) = &line.step else {
                    continue;
                };
                let inst = line.inst as usize;
                let caller = self.owners.partition_point(|&first| first <= inst);
                let base = match caller {
                    0 | 1 => Some(kernel_frame),
                    _ => reach[caller - 2],
                };
                let Some(base) = base else { continue };
                let targets = match call.target {
                    Target::Function(at) => at as usize..at as usize + 1,
                    Target::Pointer(_) => 0..frames.len(),
                };
                for at in targets {
                    let depth = Some(base + frames[at]);
                    if reach[at] < depth {
                        reach[at] = depth;
                        changed = true;
                    }
                }
            }
            if !changed {
                return Some(reach.into_iter().flatten().fold(kernel_frame, usize::max));
            }
            if round == frames.len() {
                break;
            }
        }
        None
    }
}
