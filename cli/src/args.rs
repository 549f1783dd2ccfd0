//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PathBufValueParser;
use clap::{Arg, ArgAction, ArgMatches, Command};

/// What is to be done.
pub(crate) enum Args {
    /// Report what is wrong.
    Check { files: Vec<PathBuf>, json: bool },
    /// Lay out, or only look whether it is.
    Fmt { files: Vec<PathBuf>, check: bool },
    /// Print the Rust.
    Expand { file: PathBuf },
}

const EXIT_CODES: &str = "Exit codes: 0 all is well, 1 a spec has problems or is not formatted, \
    2 the command line is wrong or a file cannot be read or written.";

/// Reads the command line. Ends the process where it is wrong or asks for help.
pub(crate) fn parse() -> Args {
    let matches = command().get_matches_from(without_cargo(std::env::args_os()));
    match matches.subcommand() {
        Some(("check", matches)) => {
            Args::Check { files: files(matches), json: matches.get_flag("json") }
        }
        Some(("fmt", matches)) => {
            Args::Fmt { files: files(matches), check: matches.get_flag("check") }
        }
        Some((_, matches)) => {
            Args::Expand { file: matches.get_one("file").cloned().unwrap_or_default() }
        }
        None => command().error(clap::error::ErrorKind::MissingSubcommand, "no command").exit(),
    }
}

/// Cargo runs `cargo-callsheet callsheet ...` for `cargo callsheet ...`.
fn without_cargo(args: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let mut args: Vec<OsString> = args.collect();
    if args.get(1).is_some_and(|arg| arg == "callsheet") {
        args.remove(1);
    }
    args
}

fn files(matches: &ArgMatches) -> Vec<PathBuf> {
    matches.get_many("file").into_iter().flatten().cloned().collect()
}

fn command() -> Command {
    let file = Arg::new("file").required(true).value_parser(PathBufValueParser::new());
    let several = file.clone().value_name("FILE").action(ArgAction::Append).num_args(1..);
    Command::new("cargo-callsheet")
        .bin_name("cargo callsheet")
        .version(env!("CARGO_PKG_VERSION"))
        .about("The tools of Callsheet's spec files")
        .after_help(EXIT_CODES)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(
            Command::new("check")
                .about("Reports what `client!` would report")
                .after_help(EXIT_CODES)
                .arg(
                    several
                        .clone()
                        .help("The root file of a spec; the files of its modules are read, too"),
                )
                .arg(
                    Arg::new("json")
                        .long("json")
                        .action(ArgAction::SetTrue)
                        .help("Print each problem as a line of JSON to stdout"),
                ),
        )
        .subcommand(
            Command::new("fmt")
                .about("Formats specs, and the bodies of `callsheet::client! { ... }` in Rust")
                .after_help(EXIT_CODES)
                .arg(several.help(
                    "A spec, a `.rs` file, a folder for all `.callsheet` files in it, or `-` for \
                     a spec on stdin. The files of modules are formatted only if they are named",
                ))
                .arg(
                    Arg::new("check")
                        .long("check")
                        .action(ArgAction::SetTrue)
                        .help("Change nothing, and name the files that are not formatted"),
                ),
        )
        .subcommand(
            Command::new("expand")
                .about("Prints the Rust that a spec becomes")
                .after_help(EXIT_CODES)
                .arg(file.value_name("FILE").help("The root file of a spec")),
        )
}
