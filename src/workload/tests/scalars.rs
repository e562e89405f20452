use crate::workload::Scalar;

#[test]
fn names_and_sizes_agree() {
    for scalar in Scalar::ALL {
        assert_eq!(Scalar::from_name(scalar.name()), Some(scalar));
        let digits = scalar.name().trim_start_matches(char::is_alphabetic);
        let bits: usize = digits.parse().unwrap();
        assert_eq!(scalar.size() * 8, bits);
        assert_eq!(
            serde_json::to_string(&scalar).unwrap(),
            format!("\"{scalar}\"")
        );
    }
    assert_eq!(Scalar::from_name("f8"), None);
}

#[test]
fn bytes_decode_as_little_endian_elements() {
    assert_eq!(
        Scalar::I16.decode(&[0xff, 0xff, 0x00, 0x80]),
        [-1.0, -32768.0]
    );
    assert_eq!(Scalar::U16.decode(&[0xff, 0xff, 0x01]), [65535.0]);
    assert_eq!(Scalar::F32.decode(&1.5f32.to_le_bytes()), [1.5]);
    assert_eq!(
        Scalar::U64.decode(&u64::MAX.to_le_bytes()),
        [18446744073709551616.0]
    );
    assert_eq!(Scalar::F32.get(&1.5f32.to_le_bytes(), 1), None);
    assert!(Scalar::F32.decode(&f32::NAN.to_le_bytes())[0].is_nan());
}

#[test]
fn what_is_stored_decodes_to_itself() {
    for scalar in Scalar::ALL {
        for value in [0, 1, 100, 127] {
            let mut bytes = vec![0xaa; scalar.size()];
            scalar.store_integer(value, &mut bytes).unwrap();
            assert_eq!(scalar.decode(&bytes), [value as f64], "{scalar}");
            scalar.store(value as f64, &mut bytes);
            assert_eq!(scalar.decode(&bytes), [value as f64], "{scalar}");
        }
    }
}

#[test]
fn an_integer_that_a_type_does_not_hold_is_refused() {
    for (scalar, value) in [
        (Scalar::U8, 256),
        (Scalar::U8, -1),
        (Scalar::I8, 128),
        (Scalar::I32, 1 << 31),
        (Scalar::U64, -1),
        (Scalar::F16, 65_520),
        (Scalar::F16, -65_520),
    ] {
        assert_eq!(
            scalar.store_integer(value, &mut vec![0; scalar.size()]),
            None,
            "{scalar} {value}"
        );
    }
}

#[test]
fn sixteen_bit_floats_round_to_nearest_with_ties_to_even() {
    for (scalar, value, bits) in [
        // One and a half units above 1, and half of one.
        (Scalar::F16, 1.0 + 1.5 / 1024.0, 0x3c02),
        (Scalar::F16, 1.0 + 0.5 / 1024.0, 0x3c00),
        (Scalar::F16, -2049.0, 0xe800),
        (Scalar::F16, 65_519.0, 0x7bff),
        (Scalar::F16, 65_520.0, 0x7c00),
        // The smallest subnormal number, and half of it.
        (Scalar::F16, 2f64.powi(-24), 0x0001),
        (Scalar::F16, -(2f64.powi(-25)), 0x8000),
        // By way of an f32 this would be a tie.
        (Scalar::F16, 1.0 + 0.5 / 1024.0 + 2f64.powi(-40), 0x3c01),
        (Scalar::Bf16, 1.0 + 1.5 / 128.0, 0x3f82),
        (Scalar::Bf16, 1.0 + 0.5 / 128.0, 0x3f80),
        (Scalar::Bf16, 1.0 + 0.5 / 128.0 + 2f64.powi(-40), 0x3f81),
        (Scalar::Bf16, 3e38, 0x7f62),
        (Scalar::Bf16, 3.4e38, 0x7f80),
        (Scalar::Bf16, f64::NEG_INFINITY, 0xff80),
    ] {
        assert_eq!(scalar.bits(value), bits, "{scalar} {value}");
        let infinite = value.is_infinite() || matches!(bits, 0x7c00 | 0x7f80);
        assert_eq!(scalar.value(bits).is_infinite(), infinite);
        assert_eq!(scalar.overflows(value), infinite && value.is_finite());
    }
    for scalar in [Scalar::F16, Scalar::Bf16] {
        assert!(scalar.value(scalar.bits(f64::NAN)).is_nan());
        assert!(scalar.decode(&[0xff, 0x7f])[0].is_nan());
        let largest = scalar.largest().unwrap();
        assert_eq!(scalar.value(scalar.bits(largest)), largest);
        assert_eq!(scalar.get(&[0, 0, 0x80, 0x3f], 2), None);
    }
    assert_eq!(Scalar::Bf16.get(&[0, 0, 0x80, 0x3f], 1), Some(1.0));
    assert_eq!(Scalar::F16.largest(), Some(65_504.0));
    assert_eq!(Scalar::I16.largest(), None);
}

#[test]
fn every_sixteen_bit_float_is_itself_after_a_round_trip() {
    for scalar in [Scalar::F16, Scalar::Bf16] {
        let bytes: Vec<u8> = (0..=u16::MAX).flat_map(u16::to_le_bytes).collect();
        for (bits, value) in (0..).zip(scalar.decode(&bytes)) {
            assert!(
                value.is_nan() || scalar.bits(value) == bits,
                "{scalar} {bits:#x}"
            );
        }
    }
}

#[test]
fn elements_that_are_not_at_least_the_one_before_fall() {
    let falls = |scalar: Scalar, values: &[f64]| {
        let bytes = values.iter().flat_map(|value| match scalar {
            Scalar::F32 => (*value as f32).to_le_bytes().to_vec(),
            Scalar::I32 => (*value as i32).to_le_bytes().to_vec(),
            // -1, -2 and 1 in binary16.
            _ => match *value as i32 {
                -2 => 0xc000u16,
                -1 => 0xbc00,
                _ => 0x3c00,
            }
            .to_le_bytes()
            .to_vec(),
        });
        scalar.falls(&bytes.collect::<Vec<u8>>())
    };
    assert_eq!(falls(Scalar::F32, &[-2.0, -1.0, -1.0, 4.0]), None);
    assert_eq!(falls(Scalar::F32, &[1.0, f64::NAN]), Some(1));
    assert_eq!(falls(Scalar::I32, &[-2.0, -1.0, -2.0]), Some(2));
    assert_eq!(falls(Scalar::F16, &[-2.0, -1.0, 1.0]), None);
    assert_eq!(falls(Scalar::F16, &[-1.0, -2.0]), Some(1));
    assert_eq!(falls(Scalar::I32, &[]), None);
}
