//! The learning rules of the slow network, equation by equation.

use stdp_digits::plasticity::LearningRule;

/// Time constants of the input's trace and of the cell's fast and slow ones; any where there is none.
pub(super) fn taus(rule: &LearningRule) -> (f32, f32, f32) {
    match *rule {
        LearningRule::Triplet { tau_x_pre, tau_x_post1, tau_x_post2, .. } => (tau_x_pre, tau_x_post1, tau_x_post2),
        LearningRule::PowerLaw { tau_x_pre, .. } | LearningRule::Exponential { tau_x_pre, .. } => (tau_x_pre, 1.0, 1.0),
        LearningRule::PrePost { tau_x_pre, tau_x_post, .. } | LearningRule::Pair { tau_x_pre, tau_x_post, .. } => {
            (tau_x_pre, tau_x_post, 1.0)
        }
        _ => panic!("a rule that the twin does not know"),
    }
}

/// The weight after a spike of its input; `x_post` is the cell's (fast) trace.
pub(super) fn at_input_spike(rule: &LearningRule, w: f64, share: f64, x_post: f64) -> f64 {
    match *rule {
        LearningRule::Triplet { nu_pre, .. } | LearningRule::Pair { nu_pre, .. } => {
            (w - share * f64::from(nu_pre) * x_post).max(0.0)
        }
        LearningRule::PrePost { nu_pre, mu, .. } if x_post > 0.0 => {
            (w - share * f64::from(nu_pre) * x_post * w.powf(mu.into())).max(0.0)
        }
        _ => w,
    }
}

/// The weight after a spike of its cell.
pub(super) fn at_own_spike(rule: &LearningRule, w: f64, w_max: f64, share: f64, x_pre: f64, x_post2: f64) -> f64 {
    match *rule {
        LearningRule::Triplet { nu_post, .. } => match share * f64::from(nu_post) * x_pre * x_post2 {
            0.0 => w,
            gain => (w + gain).min(w_max),
        },
        LearningRule::Pair { nu_post, .. } => match share * f64::from(nu_post) * x_pre {
            0.0 => w,
            gain => (w + gain).min(w_max),
        },
        LearningRule::PowerLaw { nu_post, x_tar, mu, .. } | LearningRule::PrePost { nu_post, x_tar, mu, .. } => {
            let w = w.min(w_max);
            (w + share * f64::from(nu_post) * (x_pre - f64::from(x_tar)) * (w_max - w).powf(mu.into()))
                .clamp(0.0, w_max)
        }
        LearningRule::Exponential { nu_post, x_tar, beta, .. } => {
            let (w, beta) = (w.min(w_max), f64::from(beta));
            let change = x_pre * (-beta * w).exp() - f64::from(x_tar) * (-beta * (w_max - w)).exp();
            (w + share * f64::from(nu_post) * change).clamp(0.0, w_max)
        }
        _ => panic!("a rule that the twin does not know"),
    }
}
