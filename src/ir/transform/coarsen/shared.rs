//! Shared memory of each copy's own.

use super::Request;
use super::replicate::Copies;
use super::varying::Plan;
use crate::ir::error::Skip;
use crate::ir::raw::{Build, Func, Inst, Opcode, Val};
use crate::ir::transform::memory::{Object, object_of_variable};
use crate::ir::transform::sizes::calls;

const DYNAMIC_SIZE: &str = "llvm.nvvm.read.ptx.sreg.dynamic_smem_size";

/// Whether each copy can have its own part of the shared memory that it needs for itself.
///
/// # Errors
/// Why not.
pub fn possible(function: Func<'_>, plan: &Plan<'_>, request: &Request<'_>) -> Result<(), Skip> {
    if !plan.objects.contains(&Object::DynamicShared) {
        return Ok(());
    }
    if request.shared_before > 1 || !calls(function, DYNAMIC_SIZE).is_empty() {
        let why = "it depends on how much shared memory it has";
        return Err(Skip::Unsound(why.into()));
    }
    let align = alignment(function);
    if request.shared_divisor == 0 || !request.shared_divisor.is_multiple_of(u64::from(align)) {
        return Err(Skip::Unpromised(format!(
            "the workload does not promise that the shared memory of a launch is a multiple of {align} bytes, as accesses of each copy's part would need"
        )));
    }
    Ok(())
}

/// What every access of the function is aligned to at most, in bytes.
fn alignment(function: Func<'_>) -> u32 {
    let all = function.instructions().into_iter();
    all.filter_map(Inst::alignment).max().unwrap_or(1)
}

/// Makes room, and gives each copy addresses in its own part.
pub fn separate<'c>(
    function: Func<'c>,
    plan: &Plan<'c>,
    request: &Request<'_>,
    copies: &mut Copies<'c>,
) {
    if plan.objects.iter().all(|it| matches!(it, Object::Slot(_))) {
        return;
    }
    let mut strides: Vec<(Val<'c>, Option<u64>)> = Vec::new();
    for variable in variables(function, plan) {
        match object_of_variable(variable) {
            Object::DynamicShared => strides.push((variable, None)),
            Object::Shared(_) => {
                let larger = variable.repeat_shared_variable(request.factor);
                strides.extend(larger.map(|(larger, stride)| (larger, Some(stride))));
            }
            _ => {}
        }
    }
    let Some(head) = function
        .blocks()
        .first()
        .and_then(|it| it.instructions().first().copied())
    else {
        return;
    };
    let build = Build::before(head);
    let dynamic = match strides.iter().any(|(_, stride)| stride.is_none()) {
        true => dynamic_stride(function, &build, request),
        false => None,
    };
    for address in addresses(function) {
        let base = strides
            .iter()
            .find(|(variable, _)| address.globals_within().contains(variable));
        let Some((_, stride)) = base else { continue };
        let ty = match address.ty().address_space() {
            // LLVM indexes shared memory by 32 bits.
            Some(3) => address.ty().int(32),
            _ => address.ty().int(64),
        };
        let stride = match (stride, dynamic) {
            (Some(stride), _) => ty.number(*stride),
            (None, Some(dynamic)) if ty == dynamic.ty() => dynamic,
            (None, Some(dynamic)) => build.cast(Opcode::LLVMZExt, dynamic, ty),
            (None, None) => continue,
        };
        let own = (0..request.factor).map(|k| match k {
            0 => address,
            k => build.offset_bytes(address, build.mul(stride, ty.number(u64::from(k)))),
        });
        copies.add(own.collect());
    }
}

/// Shared variables of which each copy has its own, in the order in which the function names them.
fn variables<'c>(function: Func<'c>, plan: &Plan<'c>) -> Vec<Val<'c>> {
    let mut found = Vec::new();
    for variable in addresses(function)
        .into_iter()
        .flat_map(Val::globals_within)
    {
        let object = object_of_variable(variable);
        if plan.objects.contains(&object) && object.is_local() && !found.contains(&variable) {
            found.push(variable);
        }
    }
    found
}

/// Constant operands of the function that are made of variables, each once.
fn addresses(function: Func<'_>) -> Vec<Val<'_>> {
    let all = function.instructions().into_iter();
    let mut found = Vec::new();
    for operand in all.flat_map(Inst::operands) {
        let constant = operand.is_constant() && operand.ty().is_pointer();
        if constant && !found.contains(&operand) && !operand.globals_within().is_empty() {
            found.push(operand);
        }
    }
    found
}

/// Bytes of a copy's part of dynamic shared memory: that of the launch was multiplied by the factor. A device may give
/// more than was asked for, so it is rounded down to what keeps the parts aligned.
fn dynamic_stride<'c>(
    function: Func<'c>,
    build: &Build<'c>,
    request: &Request<'_>,
) -> Option<Val<'c>> {
    let all = build.intrinsic(DYNAMIC_SIZE, &[], &[])?;
    let part = build.binary(
        Opcode::LLVMUDiv,
        all,
        all.ty().number(u64::from(request.factor)),
    );
    let mask = !u64::from(alignment(function) - 1) & u64::from(u32::MAX);
    Some(build.and(part, all.ty().number(mask)))
}
