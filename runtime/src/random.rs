//! What is random: waits, and the keys that must not be anybody else's. Both come from the system.

const HEX: [char; 16] =
    ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];

/// A random part of one. In the middle where the system has nothing random to give.
pub(crate) fn part() -> f64 {
    let mut bytes = [0; 4];
    match getrandom::getrandom(&mut bytes) {
        Ok(()) => f64::from(u32::from_le_bytes(bytes)) / f64::from(u32::MAX),
        Err(_) => 0.5,
    }
}

/// A UUID of 122 random bits (RFC 9562, section 5.4).
pub(crate) fn uuid() -> Result<String, String> {
    let mut bytes = [0; 16];
    getrandom::getrandom(&mut bytes)
        .map_err(|error| format!("the system has no random bytes for a key: {error}"))?;
    let mut text = String::with_capacity(36);
    for (index, byte) in bytes.into_iter().enumerate() {
        if matches!(index, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        let byte = match index {
            6 => byte & 0x0f | 0x40,
            8 => byte & 0x3f | 0x80,
            _ => byte,
        };
        text.extend(
            [byte >> 4, byte & 0x0f].iter().filter_map(|digit| HEX.get(usize::from(*digit))),
        );
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_of_one_and_never_the_same() {
        let parts: Vec<f64> = (0..1000).map(|_| part()).collect();
        assert!(parts.iter().all(|part| (0.0..=1.0).contains(part)));
        // Uniform: each tenth has its share, by chi square with 9 degrees of freedom (p < 1e-6).
        let mut tenths = [0.0; 10];
        for part in parts {
            let tenth = (0..10).find(|tenth| part <= f64::from(tenth + 1) / 10.0).unwrap();
            tenths[usize::try_from(tenth).unwrap()] += 1.0;
        }
        let chi: f64 = tenths.iter().map(|count: &f64| (count - 100.0).powi(2) / 100.0).sum();
        assert!(chi < 45.0, "{tenths:?}");
    }

    #[test]
    fn a_uuid_has_its_form_and_is_new() {
        let keys: std::collections::BTreeSet<_> = (0..100).map(|_| uuid().unwrap()).collect();
        assert_eq!(keys.len(), 100);
        let form = regex_lite::Regex::new(
            "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
        );
        let form = form.unwrap();
        assert!(keys.iter().all(|key| form.is_match(key)), "{keys:?}");
    }
}
