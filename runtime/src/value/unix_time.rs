//! A time as a number.

use std::fmt;
use std::time::{Duration, SystemTime};

use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Blank, Slot, Value, View};
use crate::codec;

/// A time as whole seconds since 1970-01-01T00:00:00Z, leap seconds left out.
///
/// ```
/// use std::time::SystemTime;
///
/// use callsheet::UnixTime;
///
/// let created = UnixTime::new(1_769_848_200);
/// assert_eq!(created.seconds(), 1_769_848_200);
/// assert_eq!(UnixTime::from(SystemTime::UNIX_EPOCH), UnixTime::new(0));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnixTime(i64);

impl UnixTime {
    /// The time so many seconds after 1970 began, or before it.
    pub const fn new(seconds: i64) -> Self {
        Self(seconds)
    }

    /// The seconds since 1970 began.
    pub const fn seconds(self) -> i64 {
        self.0
    }

    /// The time as the standard library has it. `None` where that cannot say it.
    pub fn to_system_time(self) -> Option<SystemTime> {
        let distance = Duration::from_secs(self.0.unsigned_abs());
        if self.0 < 0 {
            SystemTime::UNIX_EPOCH.checked_sub(distance)
        } else {
            SystemTime::UNIX_EPOCH.checked_add(distance)
        }
    }
}

impl fmt::Display for UnixTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<i64> for UnixTime {
    fn from(seconds: i64) -> Self {
        Self(seconds)
    }
}

/// The second that the time is in.
impl From<SystemTime> for UnixTime {
    fn from(time: SystemTime) -> Self {
        let seconds = |distance: Duration| i64::try_from(distance.as_secs()).unwrap_or(i64::MAX);
        Self(match time.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => seconds(after),
            Err(error) => {
                let before = error.duration();
                -seconds(before) - i64::from(before.subsec_nanos() > 0)
            }
        })
    }
}

impl Value for UnixTime {
    fn view(&self) -> View<'_> {
        View::Signed(self.0)
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Integer(&mut self.0)
    }

    fn blank() -> Self {
        Self::BLANK
    }
}

impl Blank for UnixTime {
    const BLANK: Self = Self(0);
}

impl Serialize for UnixTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        codec::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for UnixTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        codec::deserialize(deserializer)
    }
}
