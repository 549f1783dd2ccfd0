//! `front [ENDPOINTS...]`: how long the front end takes for an API of so many endpoints, step by
//! step, the best of three. Build it as the macro is built, not optimized:
//! `cargo run -p callsheet-benches --bin front -- 60 600 6000`.

use std::path::Path;
use std::time::Instant;

use callsheet_codegen::{emit, lower, syntax};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let counts: Vec<usize> =
        std::env::args().skip(1).map(|count| count.parse()).collect::<Result<_, _>>()?;
    let counts = if counts.is_empty() { vec![60, 600, 6000] } else { counts };
    println!("| endpoints | lines | tokens | parse | lower | emit | tokens a second |");
    println!("|---:|---:|---:|---:|---:|---:|---:|");
    for count in counts {
        let folder = std::env::temp_dir().join(format!("callsheet-front-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        let spec = callsheet_benches::generate::spec(count);
        std::fs::write(folder.join("api.callsheet"), &spec)?;
        let times = (0..3).map(|_| measure(&folder)).min_by(|a, b| a.total().total_cmp(&b.total()));
        std::fs::remove_dir_all(&folder)?;
        let Some(times) = times else { continue };
        let Times { tokens, parse, lower, emit } = times;
        #[allow(clippy::cast_precision_loss, reason = "a rate")]
        let rate = tokens as f64 / times.total();
        let lines = spec.lines().count();
        println!(
            "| {count} | {lines} | {tokens} | {parse:.3} | {lower:.3} | {emit:.3} | {rate:.0} |"
        );
    }
    Ok(())
}

struct Times {
    tokens: usize,
    parse: f64,
    lower: f64,
    emit: f64,
}

impl Times {
    fn total(&self) -> f64 {
        self.parse + self.lower + self.emit
    }
}

fn measure(folder: &Path) -> Times {
    let start = Instant::now();
    let call = proc_macro2::Span::call_site();
    let syntax::Parsed { document, sources, mut diagnostics } =
        syntax::parse_file("api.callsheet", folder, call);
    let parsed = Instant::now();
    let api = lower::lower(&document, &mut diagnostics);
    let lowered = Instant::now();
    assert!(diagnostics.is_empty(), "{}", diagnostics.render(&sources));
    let emitted = emit::emit(&api, &sources);
    let end = Instant::now();
    assert!(!emitted.is_empty());
    Times {
        tokens: sources.len(),
        parse: (parsed - start).as_secs_f64(),
        lower: (lowered - parsed).as_secs_f64(),
        emit: (end - lowered).as_secs_f64(),
    }
}
