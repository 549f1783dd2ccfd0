//! `generate FOLDER COUNT`: writes the two crates of [`callsheet_benches::generate`].

use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(folder), Some(count)) = (arguments.next(), arguments.next()) else {
        return Err("usage: generate FOLDER COUNT".into());
    };
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime").canonicalize()?;
    callsheet_benches::generate::write(Path::new(&folder), &runtime, count.parse()?)?;
    Ok(())
}
