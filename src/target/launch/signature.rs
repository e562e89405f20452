//! Whether arguments are what a kernel takes, and the parameter block that they make.

use super::{Arg, Error, Request};
use crate::ptx::{Kind, Param};
use crate::sim::buffer_base;

/// The parameter block of a launch.
pub fn params(request: &Request<'_>) -> Result<Vec<u8>, Error> {
    let kernel = request.kernel;
    let (given, taken) = (request.args.len(), kernel.params.len());
    if given != taken {
        let params: Vec<String> = kernel.params.iter().map(describe).collect();
        let takes = match params.as_slice() {
            [] => "no arguments".to_owned(),
            [one] => format!("1 argument ({one})"),
            more => format!("{taken} arguments ({})", more.join(", ")),
        };
        return Err(Error::Arguments(format!(
            "`{}` takes {takes}; {given} {} given",
            kernel.name,
            if given == 1 { "is" } else { "are" }
        )));
    }
    let mut block = vec![0; kernel.param_bytes];
    let mut buffers = 0;
    for (index, (arg, param)) in request.args.iter().zip(&kernel.params).enumerate() {
        fits(arg, param).map_err(|(is, right)| {
            Error::Arguments(format!(
                "argument {index} of `{}` is {is}, but its parameter is {}: right is {right}",
                kernel.name,
                describe(param)
            ))
        })?;
        let value = match arg {
            Arg::Scalar(element, bits) => bits.to_le_bytes()[..element.size()].to_vec(),
            Arg::Bytes(bytes) => bytes.clone(),
            Arg::Buffer(_) => {
                buffers += 1;
                buffer_base(buffers - 1).to_le_bytes().to_vec()
            }
        };
        // Longer than the block only if the parser had placed a parameter outside it.
        if let Some(place) = block.get_mut(param.offset..param.offset + value.len()) {
            place.copy_from_slice(&value);
        }
    }
    Ok(block)
}

/// What the argument is and what would be right, if it does not fit.
fn fits(arg: &Arg, param: &Param) -> Result<(), (String, String)> {
    match arg {
        Arg::Buffer(buffer) => {
            let len = buffer.len.saturating_mul(buffer.element.size());
            if let Some(data) = &buffer.data
                && data.len() != len
            {
                let is = format!("a buffer of {len} bytes with {} bytes of data", data.len());
                return Err((is, "as much data as the buffer is long".into()));
            }
            let pointer = param.bytes == 8 && !param.array && !param.ty.is_float();
            pointer
                .then_some(())
                .ok_or_else(|| ("a buffer".into(), right(param)))
        }
        Arg::Scalar(element, _) => {
            let declared_integer =
                !param.array && matches!(param.ty.kind, Kind::Signed | Kind::Unsigned);
            let wrong = param.bytes != element.size()
                || declared_integer && element.is_float()
                || !param.array && param.ty.is_float() && !element.is_float();
            if wrong {
                let is = format!("{element} ({} bytes)", element.size());
                return Err((is, right(param)));
            }
            Ok(())
        }
        Arg::Bytes(bytes) => (bytes.len() == param.bytes)
            .then_some(())
            .ok_or_else(|| (format!("{} bytes", bytes.len()), right(param))),
    }
}

/// The arguments that a parameter takes, in the words of the command line.
fn right(param: &Param) -> String {
    let bits = 8 * param.bytes;
    let number = format!("i{bits}:VALUE or u{bits}:VALUE");
    match (param.array, param.ty.kind, param.bytes) {
        (true, ..) => format!("bytes:HEX with {} bytes", param.bytes),
        (_, Kind::Float, _) => format!("f{bits}:VALUE"),
        (_, Kind::Bits, 2) => format!("{number}, f16:VALUE or bf16:VALUE"),
        (_, Kind::Bits, 4) => format!("{number}, or f{bits}:VALUE"),
        (_, Kind::Bits, 8) => format!("buf:TYPE[COUNT], {number}, or f{bits}:VALUE"),
        (.., 8) => format!("buf:TYPE[COUNT], {number}"),
        _ => number,
    }
}

fn describe(param: &Param) -> String {
    if param.array {
        format!("`{}`: {} bytes", param.name, param.bytes)
    } else {
        format!("`{}`: .{}", param.name, param.ty)
    }
}
