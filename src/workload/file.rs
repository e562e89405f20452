//! Contents of a buffer from a file. The only file that names npyz.

use std::path::Path;

use npyz::{DType, NpyHeader, Order};

use super::Scalar;

/// The `count` elements of type `scalar` in a `.npy` file of the same type, or in a `.bin` file of exactly as many bytes, little-endian. NumPy
/// has no bfloat16: a `.npy` file has its bits, as `<u2` or, as `ml_dtypes` writes them, as raw data (`V2`).
///
/// # Errors
/// A message that names the file and what would be right.
pub fn read(path: &Path, scalar: Scalar, count: usize) -> Result<Vec<u8>, String> {
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
        contents(&bytes, scalar, count).map_err(fail)?
    } else {
        bytes
    };
    let wanted = count * scalar.size();
    if data.len() != wanted {
        return Err(fail(format!(
            "{} bytes of data; {count} elements of {scalar} are {wanted}",
            data.len()
        )));
    }
    Ok(data)
}

/// What NumPy calls the type, without the byte order. It has no bfloat16: files have its bits.
fn numpy_types(scalar: Scalar) -> &'static [&'static str] {
    match scalar {
        Scalar::U8 => &["u1"],
        Scalar::I8 => &["i1"],
        Scalar::U16 => &["u2"],
        Scalar::I16 => &["i2"],
        Scalar::U32 => &["u4"],
        Scalar::I32 => &["i4"],
        Scalar::U64 => &["u8"],
        Scalar::I64 => &["i8"],
        Scalar::F16 => &["f2"],
        Scalar::Bf16 => &["u2", "V2"],
        Scalar::F32 => &["f4"],
        Scalar::F64 => &["f8"],
    }
}

/// The data of a NumPy file, once its header has been found to describe the buffer.
fn contents(bytes: &[u8], of: Scalar, len: usize) -> Result<Vec<u8>, String> {
    let mut rest = bytes;
    let header = NpyHeader::from_reader(&mut rest).map_err(|e| format!("is no .npy file: {e}"))?;
    let DType::Plain(dtype) = header.dtype() else {
        return Err(format!("holds records; the buffer is {of}"));
    };
    let dtype = dtype.to_string();
    let (order, name) = dtype.split_at(1);
    if order == ">" || !numpy_types(of).contains(&name) {
        let right = match of {
            Scalar::Bf16 => "for which NumPy has no type: save its bits as <u2 or V2".to_owned(),
            _ => format!("which NumPy calls <{}", numpy_types(of)[0]),
        };
        return Err(format!("holds {dtype}; the buffer is {of}, {right}"));
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
    match read(path, scalar, len) {
        Ok(bytes) => Ok(scalar.decode(&bytes)),
        Err(reason) => match path.extension().is_some_and(|it| it == "npy") {
            true => read(path, Scalar::F64, len)
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
        let read = |file: Vec<u8>, len| contents(&file, Scalar::U16, len);
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

    #[test]
    fn sixteen_bit_floats_have_a_numpy_type_or_are_bits() {
        let data = [0x00, 0x3c, 0x00, 0xbc];
        let read = |descr: &str, scalar| contents(&npy(descr, "False", "(2,)", &data), scalar, 2);
        assert_eq!(read("<f2", Scalar::F16), Ok(data.to_vec()));
        for bits in ["<u2", "<V2", "|V2"] {
            assert_eq!(read(bits, Scalar::Bf16), Ok(data.to_vec()), "{bits}");
        }
        for (descr, scalar, part) in [
            (
                "<f2",
                Scalar::Bf16,
                "holds <f2; the buffer is bf16, for which NumPy has no type: save its bits as <u2 or V2",
            ),
            (">u2", Scalar::Bf16, "the buffer is bf16"),
            (
                "<u2",
                Scalar::F16,
                "holds <u2; the buffer is f16, which NumPy calls <f2",
            ),
            ("<f4", Scalar::F16, "NumPy calls <f2"),
        ] {
            let error = read(descr, scalar).expect_err(descr);
            assert!(error.contains(part), "{error}");
        }
    }

    #[test]
    fn what_outputs_should_be_may_be_in_doubles_where_the_buffer_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, bytes: &[u8]| {
            let path = folder.path().join(name);
            std::fs::write(&path, bytes).unwrap();
            path
        };
        let halves = [0x00, 0x3c, 0x00, 0xfc, 0x00, 0x7e];
        let raw = write("raw.bin", &halves);
        let numpy = write("half.npy", &npy("<f2", "False", "(3,)", &halves));
        for path in [raw, numpy] {
            let read = values(&path, Scalar::F16, 3).unwrap();
            assert_eq!(read[..2], [1.0, f64::NEG_INFINITY]);
            assert!(read[2].is_nan());
        }
        let exact = [0.1f64, 1e6].map(f64::to_le_bytes).concat();
        let doubles = write("double.npy", &npy("<f8", "False", "(2,)", &exact));
        assert_eq!(values(&doubles, Scalar::Bf16, 2), Ok(vec![0.1, 1e6]));
        let single = write("single.npy", &npy("<f4", "False", "(1,)", &[0; 4]));
        let error = values(&single, Scalar::Bf16, 1).unwrap_err();
        assert!(
            error.contains("single.npy: holds <f4; the buffer is bf16"),
            "{error}"
        );
    }
}
