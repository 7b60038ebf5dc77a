//! A record of spikes, for raster plots and the page: filled while on, emptied by its reader.

/// Spikes as (step, cell) pairs, in chronological order.
#[derive(Clone, Debug, Default)]
pub struct Monitor {
    /// Input spikes.
    pub input: Vec<(u32, u16)>,
    /// Excitatory spikes.
    pub exc: Vec<(u32, u16)>,
    /// Inhibitory spikes.
    pub inh: Vec<(u32, u16)>,
    /// Excitatory cells whose membranes are recorded too.
    pub traced: Vec<u16>,
    /// For each step: its number, then v \[mV\], g_e and g_i of every traced cell at its end.
    pub traces: Vec<f32>,
}

impl Monitor {
    pub(crate) fn record(&mut self, step: u32, input: &[u16], exc: &[u16], inh: &[u16]) {
        let at_step = |&cell: &u16| (step, cell);
        self.input.extend(input.iter().map(at_step));
        self.exc.extend(exc.iter().map(at_step));
        self.inh.extend(inh.iter().map(at_step));
    }

    pub(crate) fn trace(&mut self, step: u32, membrane: impl Fn(usize) -> [f32; 3]) {
        if !self.traced.is_empty() {
            // Exact: a presentation has far fewer than 2²⁴ steps.
            self.traces.push(step as f32);
            self.traces.extend(self.traced.iter().flat_map(|&cell| membrane(usize::from(cell))));
        }
    }

    pub(crate) fn clear(&mut self) {
        self.input.clear();
        self.exc.clear();
        self.inh.clear();
        self.traces.clear();
    }
}
