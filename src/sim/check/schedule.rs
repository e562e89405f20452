//! Whether a result may depend on the order of warps and blocks: sums of floating-point numbers depend on the order of their terms, and whoever
//! adds atomically accepts that. Everything else must be the same bits in any order.

use crate::ptx::{AtomOp, Inst, Kernel, Op, Program};

/// Whether the kernel, or a function of the module that it may call, adds floating-point numbers atomically.
pub fn unordered_sums(program: &Program, kernel: &Kernel) -> bool {
    let bodies = program.functions.iter().filter_map(|function| {
        let body = function.body.as_ref()?;
        body.as_ref().ok()
    });
    let calls = kernel
        .insts
        .iter()
        .any(|inst| matches!(inst.op, Op::Call { .. }));
    kernel.insts.iter().any(adds_floats)
        || calls && bodies.flat_map(|body| &body.insts).any(adds_floats)
}

fn adds_floats(inst: &Inst) -> bool {
    match &inst.op {
        Op::Atom { op, ty, .. } => match op {
            AtomOp::Add => ty.is_float(),
            AtomOp::AddHalf(_) => true,
            _ => false,
        },
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ptx;

    fn unordered(function: &str, kernel: &str) -> bool {
        let text = format!(
            ".version 8.0\n.target sm_90\n.address_size 64\n\
             .func f(.param .b64 p) {{ .reg .b64 %a; .reg .b32 %x; ld.param.u64 %a, [p]; mov.u32 %x, 0; {function} ret; }}\n\
             .visible .entry k(.param .u64 p) {{ .reg .b64 %a; .reg .b32 %x; ld.param.u64 %a, [p]; mov.u32 %x, 0; {kernel} ret; }}"
        );
        let program = ptx::parse(&text).expect("a program");
        unordered_sums(&program, &program.kernels[0])
    }

    #[test]
    fn only_sums_of_floats_depend_on_the_order_of_their_terms() {
        assert!(unordered("", "red.global.add.f32 [%a], %x;"));
        assert!(unordered("", "red.global.add.noftz.f16x2 [%a], %x;"));
        assert!(!unordered("", "red.global.add.u32 [%a], %x;"));
        assert!(!unordered("", "red.global.max.s32 [%a], %x;"));
    }

    #[test]
    fn functions_count_if_the_kernel_calls_any() {
        let sum = "red.global.add.f32 [%a], %x;";
        let call = "{ .param .b64 q; st.param.b64 [q], %a; call.uni f, (q); }";
        assert!(unordered(sum, call));
        assert!(!unordered(sum, ""));
    }
}
