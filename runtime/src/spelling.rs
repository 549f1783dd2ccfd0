//! What a misspelt name most likely means.

/// `; did you mean ...?`, or the names that there are where none is near.
pub(crate) fn did_you_mean<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.filter(|known| !known.is_empty()).collect();
    // A third of the letters may be wrong, and at least one.
    let limit = (name.chars().count() / 3).max(1);
    let nearest = known
        .iter()
        .map(|known| (strsim::damerau_levenshtein(name, known), known))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance);
    match nearest {
        Some((_, meant)) => format!("; did you mean `{meant}`?"),
        None if known.is_empty() => String::new(),
        None => {
            let known: Vec<String> = known.iter().map(|known| format!("`{known}`")).collect();
            format!("; there is {}", known.join(", "))
        }
    }
}
