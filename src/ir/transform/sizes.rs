//! Sizes of a launch as the kernel works them out for itself.

use crate::ir::raw::{Build, Func, Inst, IntPredicate, Opcode, Ty, Val};
use crate::workload::Size;

pub const AXES: [&str; 3] = ["x", "y", "z"];

/// The name of the intrinsic that reads a special register of an axis.
pub fn register(name: &str, axis: usize) -> String {
    format!("llvm.nvvm.read.ptx.sreg.{name}.{}", AXES[axis.min(2)])
}

/// Calls of an intrinsic in a function, in walk order.
pub fn calls<'c>(function: Func<'c>, name: &str) -> Vec<Inst<'c>> {
    let is = |it: &Inst<'c>| it.callee().and_then(Val::as_declared_name).as_deref() == Some(name);
    let all = function.instructions().into_iter();
    all.filter(is).collect()
}

/// Whether the function has the integer arguments that a size is made of.
pub fn is_there(function: Func<'_>, size: &Size) -> bool {
    match size {
        Size::Number(_) => true,
        Size::Argument(index) => {
            let bits = function
                .param(*index)
                .and_then(|param| param.ty().int_bits());
            bits.is_some_and(|bits| bits <= 64)
        }
        Size::Block(axis) => *axis < AXES.len(),
        Size::Add(it) | Size::Multiply(it) | Size::Divide(it) | Size::CeilDiv(it) => {
            it.iter().all(|size| is_there(function, size))
        }
        Size::Remainder(it) | Size::Min(it) | Size::Max(it) => {
            it.iter().all(|size| is_there(function, size))
        }
    }
}

/// Where sizes are worked out, of a launch that edits may have changed since the manifest described it.
pub struct Before<'b, 'c> {
    pub build: &'b Build<'c>,
    pub function: Func<'c>,
    /// By how much each axis of the grid, and of the block, was divided.
    pub divided: ([u32; 3], [u32; 3]),
    /// By how much the rows of a block, along y, were multiplied.
    pub rows: u32,
}

impl<'c> Before<'_, 'c> {
    /// The number of blocks along an axis, of which `size` is what the manifest says, as an index of type `ty`.
    pub fn blocks(&self, size: &Size, axis: usize, ty: Ty<'c>) -> Option<Val<'c>> {
        let wide = ty.int(64);
        let all = self.wide(size, wide)?;
        let divided = self.divided.0.get(axis).copied();
        let before = match divided.unwrap_or(1).max(1) {
            1 => all,
            by => self.round_up(all, wide.number(u64::from(by))),
        };
        Some(self.build.cast(Opcode::LLVMTrunc, before, ty))
    }

    fn wide(&self, size: &Size, wide: Ty<'c>) -> Option<Val<'c>> {
        let both = |it: &[Size; 2]| Some((self.wide(&it[0], wide)?, self.wide(&it[1], wide)?));
        let widen = |value: Val<'c>| match value.ty().int_bits()? {
            64 => Some(value),
            0..64 => Some(self.build.cast(Opcode::LLVMZExt, value, wide)),
            _ => None,
        };
        let binary =
            |op: Opcode, it: &[Size; 2]| both(it).map(|(a, b)| self.build.binary(op, a, b));
        let extreme = |name: &str, it: &[Size; 2]| {
            let (a, b) = both(it)?;
            self.build.intrinsic(name, &[wide], &[a, b])
        };
        match size {
            Size::Number(number) => Some(wide.number(*number)),
            Size::Argument(index) => widen(self.function.param(*index)?),
            Size::Block(axis) => {
                let now = self.build.intrinsic(&register("ntid", *axis), &[], &[])?;
                let number = |of: u32| now.ty().number(u64::from(of.max(1)));
                let now = match axis {
                    1 => self.build.binary(Opcode::LLVMUDiv, now, number(self.rows)),
                    _ => now,
                };
                let divided = self.divided.1.get(*axis).copied().unwrap_or(1);
                widen(self.build.mul(now, number(divided)))
            }
            Size::Add(it) => binary(Opcode::LLVMAdd, it),
            Size::Multiply(it) => binary(Opcode::LLVMMul, it),
            Size::Divide(it) => binary(Opcode::LLVMUDiv, it),
            Size::Remainder(it) => binary(Opcode::LLVMURem, it),
            Size::CeilDiv(it) => both(it).map(|(a, b)| self.round_up(a, b)),
            Size::Min(it) => extreme("llvm.umin", it),
            Size::Max(it) => extreme("llvm.umax", it),
        }
    }

    fn round_up(&self, a: Val<'c>, b: Val<'c>) -> Val<'c> {
        let down = self.build.binary(Opcode::LLVMUDiv, a, b);
        let rest = self.build.binary(Opcode::LLVMURem, a, b);
        let some = self
            .build
            .compare(IntPredicate::LLVMIntNE, rest, a.ty().number(0));
        let some = self.build.cast(Opcode::LLVMZExt, some, a.ty());
        self.build.add(down, some)
    }
}
