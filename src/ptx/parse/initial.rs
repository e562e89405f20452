//! Initial values of variables: numbers, nested lists, addresses of variables and functions.

use super::*;

/// The lengths of an array's dimensions, outermost first; `None` is `[]`.
pub(super) struct Shape {
    pub lengths: Vec<Option<usize>>,
}

impl Shape {
    /// Elements in all, if every length is given.
    pub fn product(&self) -> Option<usize> {
        self.lengths
            .iter()
            .try_fold(1usize, |all, &length| Some(all * length?))
    }

    /// Elements under one entry of a list at `depth` (1 is the outermost).
    fn stride(&self, depth: usize) -> usize {
        let inner = self.lengths.get(depth..).unwrap_or_default();
        inner.iter().map(|length| length.unwrap_or(1)).product()
    }
}

/// Bytes, and addresses of variables inside them: (offset, variable, addend).
pub(super) type Initial = (Vec<u8>, Vec<(usize, usize, i64)>);

/// Larger initial values than this are refused, bytes.
const MAX_BYTES: usize = 1 << 28;

impl<'a> Parser<'a> {
    /// What follows `=`. A list that is shorter than its dimension leaves zeros.
    pub(super) fn initialiser(
        &mut self,
        ty: Ty,
        shape: &Shape,
        lanes: usize,
    ) -> Result<Initial, PtxError> {
        let element = lanes * ty.bytes();
        let mut initial = Initial::default();
        // The byte where each open list began.
        let mut open: Vec<usize> = Vec::new();
        loop {
            match self.next()? {
                Tok::Punct('{') => {
                    open.push(initial.0.len());
                    if open.len() > shape.lengths.len() + usize::from(lanes > 1) {
                        return Err(self.error("an initial value nested deeper than its array"));
                    }
                }
                Tok::Punct('}') => {
                    let depth = open.len();
                    let Some(start) = open.pop() else {
                        return Err(self.error("expected an initial value"));
                    };
                    // A list under another fills its whole entry.
                    let bytes = match depth {
                        0 | 1 => 0,
                        _ if depth > shape.lengths.len() => element,
                        _ => shape.stride(depth - 1) * element,
                    };
                    if bytes > MAX_BYTES || initial.0.len() > start + bytes && bytes > 0 {
                        return Err(self.error("more initial values than elements"));
                    }
                    initial.0.resize(initial.0.len().max(start + bytes), 0);
                }
                Tok::Punct(',') => continue,
                Tok::Punct('-') => {
                    let word = self.word()?;
                    let lit = inst::literal(word).ok_or_else(|| self.error("expected a number"))?;
                    put(&mut initial.0, inst::literal_bits(lit.negated(), ty), ty);
                }
                Tok::Word("generic") => self.address_in_parentheses(&mut initial, ty)?,
                Tok::Word(word) => match inst::literal(word) {
                    Some(mask) if self.eat('(') => self.byte_of_address(&mut initial, mask, ty)?,
                    Some(lit) => put(&mut initial.0, inst::literal_bits(lit, ty), ty),
                    None => {
                        self.at -= 1;
                        self.address(&mut initial, ty)?;
                    }
                },
                _ => return Err(self.error("expected an initial value")),
            }
            if initial.0.len() > shape.product().map_or(MAX_BYTES, |count| count * element) {
                return Err(self.error("more initial values than elements"));
            }
            if open.is_empty() {
                return Ok(initial);
            }
        }
    }

    /// `0xff(name)`, `0xff00(name)`, …: the bytes of an address one by one, the lowest first.
    fn byte_of_address(
        &mut self,
        initial: &mut Initial,
        mask: inst::Lit,
        ty: Ty,
    ) -> Result<(), PtxError> {
        let inst::Lit::Int(mask) = mask else {
            return Err(self.error("a mask that is no integer"));
        };
        let byte = mask.trailing_zeros() as usize / 8;
        let start = initial.0.len().checked_sub(byte);
        if ty.bits != 8 || mask.checked_shr(8 * byte as u32) != Some(0xff) {
            return Err(self.error("a part of an address that is no byte"));
        }
        let mut whole = Initial::default();
        if self.peek() == Some(Tok::Word("generic")) {
            self.at += 1;
            self.address_in_parentheses(&mut whole, U64)?;
        } else {
            self.address(&mut whole, U64)?;
        }
        self.expect(')')?;
        let (_, var, addend) = whole.1[0];
        let begun = initial.1.last() == start.map(|start| (start, var, addend)).as_ref();
        if byte == 0 {
            initial.1.push((initial.0.len(), var, addend));
        } else if !begun {
            return Err(self.error("bytes of an address out of order"));
        }
        initial.0.push(0);
        Ok(())
    }

    /// `(name)`, `(name+4)` after `generic`, which changes nothing here: addresses of variables are generic.
    fn address_in_parentheses(&mut self, initial: &mut Initial, ty: Ty) -> Result<(), PtxError> {
        self.expect('(')?;
        self.address(initial, ty)?;
        self.expect(')')?;
        let more = self.offset()?;
        if let Some((_, _, addend)) = initial.1.last_mut() {
            *addend = addend.wrapping_add(more);
        }
        Ok(())
    }

    /// `name` or `name+4`.
    fn address(&mut self, initial: &mut Initial, ty: Ty) -> Result<(), PtxError> {
        let line = self.line();
        let name = self.word()?;
        let Some(&var) = self.globals.get(name) else {
            self.at -= 1;
            return Err(self.error("an initial value that is neither a constant nor a variable"));
        };
        if ty.bits != 64 {
            return Err(PtxError::Unsupported {
                name: format!("address of `{name}` in a .{ty}"),
                line,
            });
        }
        let addend = self.offset()?;
        initial.1.push((initial.0.len(), var, addend));
        initial.0.extend_from_slice(&[0; 8]);
        Ok(())
    }
}

const U64: Ty = Ty {
    kind: Kind::Unsigned,
    bits: 64,
};

fn put(bytes: &mut Vec<u8>, bits: u64, ty: Ty) {
    bytes.extend_from_slice(&bits.to_le_bytes()[..ty.bytes()]);
}
