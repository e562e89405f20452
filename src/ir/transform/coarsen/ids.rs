//! The indices of the copies, in place of the one that was.

use super::super::sizes::{self, AXES, calls, register};
use super::replicate::Copies;
use super::{Kind, Order, Request};
use crate::ir::error::Skip;
use crate::ir::raw::{Build, Func, Inst, Ty, Val};

/// Whether a call reads how many threads a block has along an axis.
pub fn counts_threads(call: Inst<'_>, axis: usize) -> bool {
    let name = call.callee().and_then(Val::as_declared_name);
    name.is_some_and(|name| name == register("ntid", axis))
}

/// Where the index is read.
///
/// # Errors
/// Nothing depends on it; or there is no telling how many blocks there were.
pub fn roots<'c>(function: Func<'c>, request: &Request<'_>) -> Result<Vec<Inst<'c>>, Skip> {
    let (index, count) = match request.kind {
        Kind::Blocks => ("ctaid", "nctaid"),
        Kind::Threads => ("tid", "ntid"),
    };
    let roots = calls(function, &register(index, request.axis));
    let axis = AXES[request.axis.min(2)];
    if roots.is_empty() {
        return Err(Skip::Unsound(format!("it does not read {index}.{axis}")));
    }
    if request.kind == Kind::Threads {
        if function.text_attribute("nvvm.reqntid").is_some() {
            return Err(Skip::Unsound("it demands a block of a certain size".into()));
        }
        return Ok(roots);
    }
    let counted = !calls(function, &register(count, request.axis)).is_empty();
    if request.blocks.is_none() && (!request.exact || counted) {
        return Err(Skip::Unpromised(format!(
            "the kernel cannot tell how many blocks there are along {axis}, and the workload does not promise that it is a multiple of {}",
            request.factor
        )));
    }
    if !request
        .blocks
        .is_none_or(|size| sizes::is_there(function, size))
    {
        return Err(Skip::Unpromised(
            "the launch does not fit the kernel's arguments".into(),
        ));
    }
    if !request.exact && !request.repeatable {
        return Err(Skip::Unpromised(
            "a copy may have to do again what another one does, and the workload does not promise that the kernel reads nothing of what it writes".into(),
        ));
    }
    Ok(roots)
}

/// The index of each copy, worked out at the head of the function. `None` if the function has no head.
pub fn indices<'c>(
    function: Func<'c>,
    roots: &[Inst<'c>],
    request: &Request<'_>,
) -> Option<Vec<Val<'c>>> {
    let head = function.blocks().first()?.instructions().first().copied()?;
    let ty = roots.first()?.ty();
    let build = Head {
        build: Build::before(head),
        function,
        ty,
        request,
    };
    match request.kind {
        Kind::Blocks => build.blocks(),
        Kind::Threads => build.threads(),
    }
}

/// What is put at the head of a function.
struct Head<'a, 'c> {
    build: Build<'c>,
    function: Func<'c>,
    /// i32, the type of an index.
    ty: Ty<'c>,
    request: &'a Request<'a>,
}

impl<'c> Head<'_, 'c> {
    fn read(&self, name: &str, axis: usize) -> Option<Val<'c>> {
        self.build.intrinsic(&register(name, axis), &[], &[])
    }

    fn number(&self, number: u32) -> Val<'c> {
        self.ty.number(u64::from(number))
    }

    /// `ctaid * F + k`, but no more than the last block: then the last block's work is done again, by the same threads.
    fn blocks(&self) -> Option<Vec<Val<'c>>> {
        let (factor, axis) = (self.request.factor, self.request.axis);
        let counts = calls(self.function, &register("nctaid", axis));
        let blocks = match self.request.blocks {
            Some(size) if !self.request.exact || !counts.is_empty() => {
                let before = sizes::Before {
                    build: &self.build,
                    function: self.function,
                    divided: self.request.divided,
                    // What was packed is not coarsened.
                    rows: 1,
                };
                Some(before.blocks(size, axis, self.ty)?)
            }
            _ => None,
        };
        for count in counts {
            count.replace_uses(blocks?);
        }
        let first = self
            .build
            .mul(self.read("ctaid", axis)?, self.number(factor))
            .without_wrap(true);
        let mut own = vec![first];
        for k in 1..factor {
            // Before it is cut off, it may be beyond the largest grid, by less than the factor.
            let next = self.build.add(first, self.number(k)).without_wrap(axis > 0);
            own.push(match blocks {
                Some(blocks) if !self.request.exact => {
                    let last = self.build.sub(blocks, self.number(1));
                    self.build
                        .intrinsic("llvm.umin", &[self.ty], &[next, last])?
                }
                _ => next,
            });
        }
        Some(own)
    }

    /// The indices of the threads that a thread does the work of; a block counts for as many threads as it did.
    fn threads(&self) -> Option<Vec<Val<'c>>> {
        let (factor, axis) = (self.request.factor, self.request.axis);
        let counts = calls(self.function, &register("ntid", axis));
        let now = self.read("ntid", axis)?;
        // All are indices of a block that was launched before: at most 1024.
        let before = self.build.mul(now, self.number(factor)).without_wrap(true);
        counts
            .into_iter()
            .for_each(|count| count.replace_uses(before));
        let thread = self.read("tid", axis)?;
        let own = (0..factor).map(|k| match self.request.order {
            Order::Strided if k == 0 => thread,
            Order::Strided => {
                let on = self.build.mul(now, self.number(k)).without_wrap(true);
                self.build.add(thread, on).without_wrap(true)
            }
            Order::Consecutive => {
                let first = self.build.mul(thread, self.number(factor));
                let first = first.without_wrap(true);
                self.build.add(first, self.number(k)).without_wrap(true)
            }
        });
        Some(own.collect())
    }
}

/// Gives each copy its own index in place of the one that was read.
pub fn replace<'c>(roots: &[Inst<'c>], own: Vec<Val<'c>>, copies: &mut Copies<'c>) {
    for root in roots {
        if let Some(first) = own.first() {
            root.replace_uses(*first);
        }
    }
    copies.add(own);
}
