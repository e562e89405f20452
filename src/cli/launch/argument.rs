//! `--arg`: scalars, structures and buffers, as text.
//!
//! ```text
//! i32:5  f32:0.5  u64:0xff  f16:nan          a number of that type
//! bytes:0100000002000000                     a structure passed by value, in hexadecimal, lowest byte first
//! buf:f32[1024]                              a buffer that nothing wrote
//! buf:u64[1]=1   buf:i32[4]=0,1,2,3          its contents; one value fills all of it
//! buf:f32[1024]=@file.npy                    its contents from a NumPy file, or from a .bin file of raw bytes
//! in:f32[1024]=@file.npy                     the same, and a store to it is a fault
//! ```

use std::path::Path;

use crate::target::launch::{self, Arg, Buffer, MAX_MEMORY};
use crate::workload::{Scalar, read_file};

/// Reads argument number `index` (from 0).
///
/// # Errors
/// One message that names the argument and what would be right.
pub fn parse(index: usize, text: &str) -> Result<Arg, String> {
    argument(text).map_err(|error| format!("argument {index} `{}`: {error}", short(text)))
}

/// An argument for a message: a thousand values help nobody.
fn short(text: &str) -> String {
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}...", &text[..end]),
        None => text.to_owned(),
    }
}

fn argument(text: &str) -> Result<Arg, String> {
    const FORMS: &str = "right is TYPE:VALUE, buf:TYPE[COUNT] or buf:TYPE[COUNT]=VALUES";
    let (kind, rest) = text.split_once(':').ok_or(FORMS)?;
    match kind.trim() {
        "buf" => buffer(rest, false).map(Arg::Buffer),
        "in" => buffer(rest, true).map(Arg::Buffer),
        "bytes" => bytes(rest).map(Arg::Bytes),
        name => {
            let element = element(name).map_err(|error| format!("{error}, buf, in or bytes"))?;
            Ok(Arg::Scalar(element, launch::parse(element, rest)?))
        }
    }
}

fn element(name: &str) -> Result<Scalar, String> {
    Scalar::from_name(name)
        .ok_or_else(|| format!("there is no type `{name}`; there are {}", Scalar::names()))
}

fn bytes(text: &str) -> Result<Vec<u8>, String> {
    let text = text.trim();
    let text = text.strip_prefix("0x").unwrap_or(text);
    let digits: Option<Vec<u8>> = text
        .chars()
        .map(|digit| digit.to_digit(16).map(|value| value as u8))
        .collect();
    digits
        .filter(|digits| digits.len() % 2 == 0)
        .map(|digits| {
            digits
                .chunks(2)
                .map(|pair| pair[0] << 4 | pair[1])
                .collect()
        })
        .ok_or_else(|| "right is two hexadecimal digits for each byte".to_owned())
}

/// `TYPE[COUNT]`, `TYPE[COUNT]=VALUES` or `TYPE[COUNT]=@FILE`.
fn buffer(text: &str, read_only: bool) -> Result<Buffer, String> {
    let (shape, contents) = match text.split_once('=') {
        Some((shape, contents)) => (shape, Some(contents.trim())),
        None => (text, None),
    };
    let form = "right is TYPE[COUNT], such as f32[1024]";
    let (name, count) = shape
        .trim()
        .strip_suffix(']')
        .and_then(|shape| shape.split_once('['))
        .ok_or(form)?;
    let element = element(name.trim())?;
    let len: usize = count
        .trim()
        .parse()
        .map_err(|_| format!("`{count}` is no count of elements; {form}"))?;
    if len.saturating_mul(element.size()) > MAX_MEMORY {
        return Err(format!(
            "{len} elements of {} bytes are more than the simulator holds ({MAX_MEMORY} bytes)",
            element.size()
        ));
    }
    let data = match contents {
        None => None,
        Some(contents) => Some(match contents.strip_prefix('@') {
            Some(path) => read_file(Path::new(path), element, len)?,
            None => values(contents, element, len)?,
        }),
    };
    Ok(Buffer {
        element,
        len,
        data,
        read_only,
    })
}

/// As many values as there are elements, or one for all of them.
fn values(text: &str, element: Scalar, len: usize) -> Result<Vec<u8>, String> {
    let list: Vec<&str> = match text {
        "" => Vec::new(),
        text => text.split(',').collect(),
    };
    if list.len() != len && list.len() != 1 {
        let values = if list.is_empty() { 0 } else { list.len() };
        return Err(format!(
            "{values} values for {len} elements; right is {len} values, or 1 for all of them"
        ));
    }
    let size = element.size();
    let mut data = Vec::with_capacity(len * size);
    for (at, value) in list.iter().enumerate() {
        let bits = launch::parse(element, value).map_err(|error| format!("value {at}: {error}"))?;
        data.extend_from_slice(&bits.to_le_bytes()[..size]);
    }
    Ok(if list.len() == 1 {
        data.repeat(len)
    } else {
        data
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contents(text: &str) -> Vec<u8> {
        match argument(text) {
            Ok(Arg::Buffer(Buffer {
                data: Some(data), ..
            })) => data,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn arguments_are_read_in_every_form() {
        let i32 = Scalar::I32;
        assert_eq!(argument("i32:-5"), Ok(Arg::Scalar(i32, 0xffff_fffb)));
        assert_eq!(argument("bytes:0aFF"), Ok(Arg::Bytes(vec![10, 255])));
        let unwritten = Buffer {
            element: i32,
            len: 3,
            data: None,
            read_only: false,
        };
        assert_eq!(argument("buf:i32[3]"), Ok(Arg::Buffer(unwritten)));
        assert_eq!(contents("buf:u16[3]=1, 2,0x3"), [1, 0, 2, 0, 3, 0]);
        assert_eq!(contents("buf:u8[4]=7"), [7; 4]);
        assert_eq!(contents("buf:f16[1]=1"), [0x00, 0x3c]);
        assert!(contents("buf:f32[0]=").is_empty());
        assert!(matches!(argument("in:i8[1]=1"), Ok(Arg::Buffer(b)) if b.read_only));
    }

    #[test]
    fn what_is_wrong_with_an_argument_is_said_with_what_would_be_right() {
        for (text, part) in [
            ("5", "TYPE:VALUE"),
            ("int:5", "there is no type `int`; there are u8"),
            ("i32:", "`` is no i32"),
            ("u8:256", "right is 0 to 255"),
            ("bytes:0a1", "two hexadecimal digits"),
            ("buf:f32", "TYPE[COUNT]"),
            ("buf:f32[-1]", "`-1` is no count"),
            ("buf:f32[99999999999999]", "more than the simulator holds"),
            ("buf:i32[3]=1,2", "2 values for 3 elements"),
            ("buf:i32[3]=", "0 values for 3 elements"),
            ("buf:i32[2]=1,x", "value 1: `x` is no i32"),
            ("buf:i32[2]=@nowhere.npy", "nowhere.npy"),
            ("buf:i32[2]=@data.txt", ".npy"),
        ] {
            let error = parse(3, text).expect_err(text);
            assert!(
                error.starts_with("argument 3 `") && error.contains(part),
                "{error}"
            );
        }
    }
}
