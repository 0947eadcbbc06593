//! A soft sound for a new offer, made in the page: two short tones.

use leptos::web_sys::AudioContext;

/// Rings once. Where the browser allows no sound yet (nobody has pressed anything), it stays quiet.
pub fn ring() {
    // Nothing depends on the sound.
    let _ = try_ring();
}

fn try_ring() -> Result<(), wasm_bindgen::JsValue> {
    let audio = AudioContext::new()?;
    let volume = audio.create_gain()?;
    volume.connect_with_audio_node(&audio.destination())?;
    let start = audio.current_time();
    volume.gain().set_value_at_time(0.0, start)?;
    volume.gain().linear_ramp_to_value_at_time(0.12, start + 0.05)?;
    volume.gain().linear_ramp_to_value_at_time(0.0, start + 0.9)?;
    for (pitch, delay) in [(523.25, 0.0), (659.25, 0.22)] {
        let tone = audio.create_oscillator()?;
        tone.frequency().set_value(pitch);
        tone.connect_with_audio_node(&volume)?;
        tone.start_with_when(start + delay)?;
        tone.stop_with_when(start + delay + 0.6)?;
    }
    Ok(())
}
