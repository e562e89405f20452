//! Pairs of PTX instructions that are one machine instruction: sums that join the multiplication or shift before them.

use crate::ptx::{BinOp, Kernel, Op, Operand, Reg};
use crate::sim::lower::Code;

/// For each lowered line, whether it is a sum that joins the product or shift that it adds and so costs nothing: the machine's
/// multiply-add also multiplies to 64 bits, and its scaled sum shifts.
pub fn fused(code: &Code, kernel: &Kernel) -> Vec<bool> {
    let mut uses = vec![0u32; kernel.regs.len()];
    let mut product = vec![false; kernel.regs.len()];
    let (mut defs, mut reads) = (Vec::new(), Vec::new());
    for inst in &kernel.insts {
        defs.clear();
        reads.clear();
        inst.registers(&mut defs, &mut reads);
        for reg in &reads {
            uses[reg.0 as usize] += 1;
        }
        for reg in &defs {
            product[reg.0 as usize] = inst.guard.is_none()
                && matches!(
                    &inst.op,
                    Op::Bin {
                        op: BinOp::MulWide | BinOp::MulLo | BinOp::Shl,
                        ..
                    }
                );
        }
    }
    let joins = |operand: &Operand| match operand {
        Operand::Reg(Reg(reg)) => product[*reg as usize] && uses[*reg as usize] == 1,
        _ => false,
    };
    let sums: Vec<bool> = kernel
        .insts
        .iter()
        .map(|inst| match &inst.op {
            Op::Bin {
                op: BinOp::Add,
                ty,
                a,
                b,
                ..
            } => !ty.is_float() && (joins(a) || joins(b)),
            _ => false,
        })
        .collect();
    code.lines
        .iter()
        .map(|line| sums.get(line.inst as usize).copied().unwrap_or(false))
        .collect()
}
