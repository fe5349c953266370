//! Minutes for the points of an agenda, so that together they take just the time that there is.

use crate::model::Tijd;

/// Shares out minutes by weight, in steps of five where that can be; the sum is always `minutes`.
pub fn share(minutes: u32, weights: &[u32]) -> Vec<u32> {
    let count = weights.len() as u32;
    let total: u32 = weights.iter().sum();
    if count == 0 || total == 0 {
        return vec![0; weights.len()];
    }
    let step = if minutes >= 5 * count { 5 } else { 1 };
    let steps = minutes / step;
    // Everyone gets one step where there are enough; the rest goes by weight, the largest remainders first.
    let base = u32::from(steps >= count);
    let rest = steps - base * count;
    let mut shares: Vec<u32> = weights.iter().map(|weight| base + rest * weight / total).collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|index| (std::cmp::Reverse(rest * weights[*index] % total), *index));
    let left = steps - shares.iter().sum::<u32>();
    order.iter().cycle().take(left as usize).for_each(|index| shares[*index] += 1);
    let mut minutes_each: Vec<u32> = shares.iter().map(|share| share * step).collect();
    let heaviest = (0..weights.len()).max_by_key(|index| (weights[*index], std::cmp::Reverse(*index)));
    if let Some(heaviest) = heaviest {
        minutes_each[heaviest] += minutes % step;
    }
    minutes_each
}

/// When each part begins, as `10.05`, one after the other.
pub fn clock(begin: Option<Tijd>, minutes: &[Option<u32>]) -> Vec<Option<String>> {
    let mut next = begin;
    let times = minutes.iter().map(|minutes| {
        let now = next;
        next = now.zip(*minutes).and_then(|(now, minutes)| now.plus(minutes));
        now.map(|now| now.to_string())
    });
    times.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_add_up_and_nobody_is_forgotten() {
        for minutes in 0..400 {
            let weights = [2, 2, 3, 3, 3, 1, 2];
            let shares = share(minutes, &weights);
            assert_eq!(shares.iter().sum::<u32>(), minutes);
            assert!(minutes < 7 || shares.iter().all(|share| *share > 0), "{minutes}: {shares:?}");
        }
        assert_eq!(share(80, &[2, 2, 3, 3, 3, 1, 2]), [10, 10, 15, 15, 15, 5, 10]);
        assert_eq!(share(5, &[]), [0; 0]);
    }
}
