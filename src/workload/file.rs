//! Contents of a buffer from a file. The only file that names npyz.

use std::path::Path;

use npyz::{DType, NpyHeader, Order};

use super::Scalar;

/// So many elements of a type.
#[derive(Debug, Clone, Copy)]
pub struct Elements {
    /// The type, as manifests and command lines name it.
    pub name: &'static str,
    /// Bytes of one element.
    pub size: usize,
    /// How many there are.
    pub count: usize,
}

/// The elements in a `.npy` file of the same type, or in a `.bin` file of exactly as many bytes, little-endian.
///
/// # Errors
/// A message that names the file and what would be right.
pub fn read(path: &Path, elements: Elements) -> Result<Vec<u8>, String> {
    let fail = |what: String| format!("{}: {what}", path.display());
    let extension = path.extension().and_then(|e| e.to_str());
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
        contents(&bytes, elements).map_err(fail)?
    } else {
        bytes
    };
    let Elements { name, size, count } = elements;
    let wanted = count * size;
    if data.len() != wanted {
        return Err(fail(format!(
            "{} bytes of data; {count} elements of {name} are {wanted}",
            data.len()
        )));
    }
    Ok(data)
}

/// What NumPy calls the type, without the byte order. It has no bfloat16: files have its bits as `u2` or `V2`.
fn numpy_types(name: &str) -> &'static [&'static str] {
    match name {
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
fn contents(bytes: &[u8], elements: Elements) -> Result<Vec<u8>, String> {
    let (of, len) = (elements.name, elements.count);
    let mut rest = bytes;
    let header = NpyHeader::from_reader(&mut rest).map_err(|e| format!("is no .npy file: {e}"))?;
    let DType::Plain(dtype) = header.dtype() else {
        return Err(format!("holds records; the buffer is {of}"));
    };
    let dtype = dtype.to_string();
    let (order, name) = dtype.split_at(1);
    if order == ">" || !numpy_types(of).contains(&name) {
        return Err(format!(
            "holds {dtype}; the buffer is {of}, which NumPy calls <{}",
            numpy_types(of)[0]
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

/// The `len` values in a file of elements of type `scalar`. A `.npy` file may hold doubles whatever the type.
///
/// # Errors
/// Those of [`read`].
pub(super) fn values(path: &Path, scalar: Scalar, len: usize) -> Result<Vec<f64>, String> {
    let of = |scalar: Scalar| Elements {
        name: scalar.name(),
        size: scalar.size(),
        count: len,
    };
    match read(path, of(scalar)) {
        Ok(bytes) => Ok(scalar.decode(&bytes)),
        Err(reason) => match path.extension().is_some_and(|it| it == "npy") {
            true => read(path, of(Scalar::F64))
                .map(|bytes| Scalar::F64.decode(&bytes))
                .map_err(|_| reason),
            false => Err(reason),
        },
    }
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
        let u16 = |count| Elements {
            name: "u16",
            size: 2,
            count,
        };
        let read = |file: Vec<u8>, len| contents(&file, u16(len));
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
