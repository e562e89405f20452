//! PTX text to tokens, each with its line: words, strings and single punctuation marks.
//!
//! A word is a maximal run of name characters *and dots*, so `ld.global.nc.f32`, `%tid.x`, `.reg` and `0f3F800000`
//! are one token each and the mnemonic is split only where its parts are read.

use super::PtxError;

/// One token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tok<'a> {
    /// A run of letters, digits, `_`, `$`, `%` and `.`.
    Word(&'a str),
    /// The text between double quotes.
    Str(&'a str),
    /// Any other single character.
    Punct(char),
}

/// A token and the 1-based line that it starts on.
pub type Spanned<'a> = (Tok<'a>, u32);

/// Splits `text` into tokens; comments are dropped.
///
/// # Errors
/// An unterminated comment or string.
pub fn lex(text: &str) -> Result<Vec<Spanned<'_>>, PtxError> {
    let bytes = text.as_bytes();
    let mut tokens = Vec::with_capacity(text.len() / 4);
    let (mut at, mut line) = (0, 1);
    while at < bytes.len() {
        match bytes[at] {
            b'\n' => {
                line += 1;
                at += 1;
            }
            byte if byte.is_ascii_whitespace() => at += 1,
            b'/' if bytes.get(at + 1) == Some(&b'/') => {
                while at < bytes.len() && bytes[at] != b'\n' {
                    at += 1;
                }
            }
            b'/' if bytes.get(at + 1) == Some(&b'*') => {
                let Some(len) = text[at + 2..].find("*/") else {
                    return Err(unterminated(line, "comment without its `*/`"));
                };
                line += newlines(&bytes[at..at + 2 + len]);
                at += len + 4;
            }
            b'"' => {
                let Some(len) = text[at + 1..].find('"') else {
                    return Err(unterminated(line, "string without its closing quote"));
                };
                let inside = &text[at + 1..at + 1 + len];
                tokens.push((Tok::Str(inside), line));
                line += newlines(inside.as_bytes());
                at += len + 2;
            }
            byte if is_word(byte) => {
                let start = at;
                // `::` belongs to a mnemonic (`ld.global.L2::128B`); a single colon ends a label.
                while at < bytes.len() && (is_word(bytes[at]) || bytes[at..].starts_with(b"::")) {
                    at += if bytes[at] == b':' { 2 } else { 1 };
                }
                // The headers of the CUDA toolkit write `.reg.b32` without a space.
                let mut word = &text[start..at];
                if word.starts_with(".reg.") {
                    tokens.push((Tok::Word(&word[..4]), line));
                    word = &word[4..];
                }
                tokens.push((Tok::Word(word), line));
            }
            byte if byte.is_ascii() => {
                tokens.push((Tok::Punct(byte as char), line));
                at += 1;
            }
            _ => {
                return Err(PtxError::Syntax {
                    line,
                    what: "a character outside ASCII".into(),
                    text: text[at..].chars().take(1).collect(),
                });
            }
        }
    }
    Ok(tokens)
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$' | b'%' | b'.')
}

fn newlines(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|&&byte| byte == b'\n').count() as u32
}

fn unterminated(line: u32, what: &str) -> PtxError {
    PtxError::Syntax {
        line,
        what: what.into(),
        text: String::new(),
    }
}
