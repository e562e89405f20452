//! The text of an edit, word by word.

use std::str::FromStr;

use super::{Edit, FAMILIES, FamilyInfo};
use crate::ir::{Name, NotAnAddress, Value};

/// Why a text is no edit, and what would be right.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ParseError {
    /// The first word names no family. `known`: the names of all families, separated by commas.
    #[error("there is no edit `{found}`; there are {known}")]
    UnknownFamily { found: String, known: String },
    /// The family is known, the rest is not as it should be. `shape`: the family's whole text.
    #[error("{what}; right would be: {shape}")]
    Malformed { what: String, shape: &'static str },
}

/// The words of one edit that are still to be read, and (as an iterator) what they are.
#[derive(Debug, Clone)]
pub struct Words<'t> {
    rest: &'t str,
    shape: &'static str,
}

impl<'t> Words<'t> {
    /// An error that says what is wrong and what the whole edit should look like.
    pub fn wrong(&self, what: impl Into<String>) -> ParseError {
        ParseError::Malformed {
            what: what.into(),
            shape: self.shape,
        }
    }

    /// The next word, which must be there; `what` names it in the error.
    pub fn word(&mut self, what: &str) -> Result<&'t str, ParseError> {
        self.next()
            .ok_or_else(|| self.wrong(format!("{what} is missing")))
    }

    /// The next word as an address.
    pub fn address<A: FromStr<Err = NotAnAddress>>(&mut self) -> Result<A, ParseError> {
        let word = self.word("an address")?;
        word.parse()
            .map_err(|error: NotAnAddress| self.wrong(error.to_string()))
    }

    /// `as %n3f7a`: the tag of an instruction that the edit makes.
    pub fn tag(&mut self) -> Result<u32, ParseError> {
        self.keyword("as")?;
        match self.address()? {
            Name::New(tag) => Ok(tag),
            Name::Base(_) => {
                Err(self.wrong("what an edit makes is called %n and four hexadecimal digits"))
            }
        }
    }

    /// The next word, which must be this one.
    pub fn keyword(&mut self, keyword: &str) -> Result<(), ParseError> {
        match self.word(&format!("`{keyword}`"))? {
            word if word == keyword => Ok(()),
            word => Err(self.wrong(format!("`{word}` stands where `{keyword}` should"))),
        }
    }

    /// Whether the next word is this one; then it is read.
    pub fn has(&mut self, keyword: &str) -> bool {
        let mut ahead = self.clone();
        let found = ahead.next() == Some(keyword);
        if found {
            *self = ahead;
        }
        found
    }

    /// The value that fills the rest of the text (a constant has two words or three).
    pub fn value(&mut self) -> Result<Value, ParseError> {
        let mut text = self.word("a value")?.to_owned();
        for word in self.by_ref() {
            text.push(' ');
            text.push_str(word);
        }
        text.parse()
            .map_err(|error: NotAnAddress| self.wrong(error.to_string()))
    }

    fn end(&mut self) -> Result<(), ParseError> {
        match self.next() {
            None => Ok(()),
            Some(word) => Err(self.wrong(format!("`{word}` is too much"))),
        }
    }
}

impl<'t> Iterator for Words<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        let text = self.rest.trim_start();
        let end = text.find(char::is_whitespace).unwrap_or(text.len());
        let (word, rest) = text.split_at(end);
        self.rest = rest;
        (!word.is_empty()).then_some(word)
    }
}

impl FromStr for Edit {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Edit, ParseError> {
        let mut words = Words {
            rest: text,
            shape: "",
        };
        let name = words.next().unwrap_or_default();
        let Some(family) = FamilyInfo::named(name) else {
            let known = FAMILIES
                .iter()
                .map(|family| family.name)
                .collect::<Vec<_>>()
                .join(", ");
            return Err(ParseError::UnknownFamily {
                found: name.to_owned(),
                known,
            });
        };
        words.shape = family.shape;
        let edit = (family.parse)(&mut words)?;
        words.end()?;
        Ok(edit)
    }
}

impl TryFrom<String> for Edit {
    type Error = ParseError;

    fn try_from(text: String) -> Result<Edit, ParseError> {
        text.parse()
    }
}

impl From<Edit> for String {
    fn from(edit: Edit) -> String {
        edit.to_string()
    }
}
