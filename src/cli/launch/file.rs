//! Contents of a buffer from a file. The only file that names npyz.

use std::path::Path;

use npyz::{DType, NpyHeader, Order};

use crate::target::launch::Element;

/// The `len` elements in a `.npy` file of the same type, or in a `.bin` file of exactly as many bytes, little-endian.
///
/// # Errors
/// A message that names the file and what would be right.
pub fn read(path: &str, element: Element, len: usize) -> Result<Vec<u8>, String> {
    let fail = |what: String| format!("{path}: {what}");
    let extension = Path::new(path).extension().and_then(|e| e.to_str());
    let numpy = match extension {
        Some("npy") => true,
        Some("bin") => false,
        _ => {
            return Err(fail(
                "right is a file.npy, or a file.bin of raw bytes".into(),
            ));
        }
    };
    let bytes = std::fs::read(path).map_err(|e| fail(format!("cannot be read: {e}")))?;
    let data = if numpy {
        contents(&bytes, element, len).map_err(fail)?
    } else {
        bytes
    };
    let wanted = len * element.size();
    if data.len() != wanted {
        return Err(fail(format!(
            "{} bytes of data; {len} elements of {element} are {wanted}",
            data.len()
        )));
    }
    Ok(data)
}

/// What NumPy calls the type, without the byte order. It has no bfloat16: files have its bits as `u2` or `V2`.
fn numpy_types(element: Element) -> &'static [&'static str] {
    match element.name() {
        "u8" => &["u1"],
        "i8" => &["i1"],
        "u16" => &["u2"],
        "i16" => &["i2"],
        "u32" => &["u4"],
        "i32" => &["i4"],
        "u64" => &["u8"],
        "i64" => &["i8"],
        "f32" => &["f4"],
        "f64" => &["f8"],
        "f16" => &["f2"],
        _ => &["u2", "V2"],
    }
}

/// The data of a NumPy file, once its header has been found to describe the buffer.
fn contents(bytes: &[u8], element: Element, len: usize) -> Result<Vec<u8>, String> {
    let mut rest = bytes;
    let header = NpyHeader::from_reader(&mut rest).map_err(|e| format!("is no .npy file: {e}"))?;
    let DType::Plain(dtype) = header.dtype() else {
        return Err(format!("holds records; the buffer is {element}"));
    };
    let dtype = dtype.to_string();
    let (order, name) = dtype.split_at(1);
    if order == ">" || !numpy_types(element).contains(&name) {
        return Err(format!(
            "holds {dtype}; the buffer is {element}, which NumPy calls <{}",
            numpy_types(element)[0]
        ));
    }
    let shape = header.shape();
    if header.order() == Order::Fortran && shape.len() > 1 {
        return Err("is in column order; save it with numpy.ascontiguousarray".into());
    }
    let count = shape.iter().try_fold(1u64, |n, &d| n.checked_mul(d));
    if count != Some(len as u64) {
        return Err(format!(
            "has the shape {shape:?}; the buffer has {len} elements"
        ));
    }
    Ok(rest.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn npy(descr: &str, order: &str, shape: &str, data: &[u8]) -> Vec<u8> {
        let mut header =
            format!("{{'descr': '{descr}', 'fortran_order': {order}, 'shape': {shape}, }}");
        while !(10 + header.len() + 1).is_multiple_of(64) {
            header.push(' ');
        }
        header.push('\n');
        let mut file = b"\x93NUMPY\x01\x00".to_vec();
        file.extend((header.len() as u16).to_le_bytes());
        file.extend(header.bytes());
        file.extend(data);
        file
    }

    #[test]
    fn a_numpy_file_is_read_when_type_and_count_are_those_of_the_buffer() {
        let u16 = Element::from_name("u16").expect("a type");
        let read = |file: Vec<u8>, len| contents(&file, u16, len);
        let data = [1, 0, 2, 0];
        assert_eq!(
            read(npy("<u2", "False", "(2,)", &data), 2),
            Ok(data.to_vec())
        );
        assert_eq!(
            read(npy("<u2", "False", "(1, 2)", &data), 2),
            Ok(data.to_vec())
        );
        let says = |file, len, part: &str| {
            let error = read(file, len).expect_err(part);
            assert!(error.contains(part), "{error}");
        };
        says(npy("<i2", "False", "(2,)", &data), 2, "NumPy calls <u2");
        says(npy(">u2", "False", "(2,)", &data), 2, "NumPy calls <u2");
        says(npy("<u2", "True", "(1, 2)", &data), 2, "column order");
        says(npy("<u2", "False", "(2,)", &data), 3, "3 elements");
        says(b"\x93NUMPY".to_vec(), 3, "no .npy file");
    }
}
