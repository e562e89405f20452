//! Where coarsening could pay: along an axis that some of what a loop loads does not depend on, since that serves all copies; and
//! over the threads of any kernel that loads or stores by them, since neighbours become vectors.

use crate::edit::Promises;
use crate::ir::{CoarsenKind, Function, Is, Sketch};

/// Kernels and axes that are worth a proposal, those that promise most first.
pub fn axes(sketch: &Sketch, promises: &Promises) -> Vec<(String, CoarsenKind, usize)> {
    let (mut reusing, mut streaming) = (Vec::new(), Vec::new());
    for kernel in sketch.kernels() {
        let launches = promises.launches.get(&kernel.name);
        for (axis, name) in ["x", "y", "z"].into_iter().enumerate() {
            let several = launches.is_some_and(|launches| {
                let one = Some(crate::workload::Size::Number(1));
                launches.iter().any(|launch| launch.blocks[axis] != one)
            });
            let known = [
                (CoarsenKind::Blocks, "ctaid", several),
                (CoarsenKind::Threads, "tid", true),
            ];
            for (kind, register, possible) in known {
                let depends = depends(sketch, kernel, &format!("sreg.{register}.{name}"));
                let found = (kernel.name.clone(), kind, axis);
                if possible && reuses(sketch, kernel, &depends) {
                    reusing.push(found);
                } else if kind == CoarsenKind::Threads && accesses(sketch, kernel, &depends) {
                    streaming.push(found);
                }
            }
        }
    }
    reusing.extend(streaming);
    reusing
}

/// Whether some load depends on the register.
fn accesses(sketch: &Sketch, kernel: &Function, depends: &[bool]) -> bool {
    let mut all = kernel.instructions.clone().zip(depends);
    all.any(|(number, depends)| {
        let load = sketch.instruction(number);
        *depends && load.is_some_and(|it| it.opcode == "load")
    })
}

/// For each instruction of the kernel, whether it depends on a special register.
fn depends(sketch: &Sketch, kernel: &Function, register: &str) -> Vec<bool> {
    let first = kernel.instructions.start;
    let mut depends = vec![false; kernel.instructions.len()];
    let mut open: Vec<u32> = kernel
        .instructions
        .clone()
        .filter(|number| {
            let detail = sketch
                .instruction(*number)
                .and_then(|it| it.detail.as_ref());
            detail.is_some_and(|detail| detail.ends_with(register))
        })
        .collect();
    while let Some(number) = open.pop() {
        let seen = depends.get_mut(number.wrapping_sub(first) as usize);
        if seen.is_some_and(|seen| !std::mem::replace(seen, true)) {
            let uses = sketch.instruction(number).map(|it| &it.uses);
            open.extend(uses.into_iter().flatten().map(|(user, _)| *user));
        }
    }
    depends
}

/// Whether some load in a loop depends on the register, and some does not: that one serves all copies.
fn reuses(sketch: &Sketch, kernel: &Function, depends: &[bool]) -> bool {
    let mut seen = [false; 2];
    for (number, depends) in kernel.instructions.clone().zip(depends) {
        let Some(load) = sketch.instruction(number).filter(|it| it.opcode == "load") else {
            continue;
        };
        let looped = sketch
            .block(load.block)
            .is_some_and(|block| block.depth > 0);
        let local = load
            .operands
            .first()
            .is_some_and(|address| is_slot(sketch, &address.is));
        if looped && !local {
            seen[usize::from(*depends)] = true;
        }
    }
    seen[0] && depends.contains(&true)
}

/// Whether an address is in a stack slot.
fn is_slot(sketch: &Sketch, address: &Is) -> bool {
    let Is::Inst(number) = address else {
        return false;
    };
    match sketch.instruction(*number) {
        Some(it) if it.opcode == "alloca" => true,
        Some(it) if it.opcode == "getelementptr" => it
            .operands
            .first()
            .is_some_and(|base| is_slot(sketch, &base.is)),
        _ => false,
    }
}
