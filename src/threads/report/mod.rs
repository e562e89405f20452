//! What a run leaves for the user: the settings as files, and the plot.

mod plot;
mod settings;

pub use plot::{PLOT, plot};
pub use settings::{Gain, SETTINGS_ENV, SETTINGS_JSON, Settings, write};
