source_filename = "expert.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @softmax_context(ptr noalias noundef %scores, ptr noalias noundef %out, i32 noundef %queries, i32 noundef %keys, i32 noundef %dim) #0 {
entry:
  %x.i6 = alloca [8 x float], align 4
  %x.i = alloca [2 x float], align 4
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.y()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.y()
  %add = add i32 %mul, %2
  %cmp = icmp sge i32 %add, %queries
  br i1 %cmp, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
  %conv = zext i32 %3 to i64
  %conv4 = sext i32 %queries to i64
  %mul5 = mul nsw i64 %conv, %conv4
  %conv6 = sext i32 %add to i64
  %add7 = add nsw i64 %mul5, %conv6
  %conv8 = sext i32 %keys to i64
  %mul9 = mul nsw i64 %add7, %conv8
  %add10 = add nsw i32 %add, 1
  %add11 = add nsw i32 %add10, %keys
  %sub = sub nsw i32 %add11, %queries
  %conv12 = sitofp i32 %dim to float
  %4 = call contract noundef float @llvm.nvvm.sqrt.rn.f(float %conv12)
  %div = fdiv contract float 0x3FF7154760000000, %4
  %cmp14 = icmp sle i32 %sub, 64
  br i1 %cmp14, label %if.then15, label %if.else

if.then15:                                        ; preds = %if.end
  %add.ptr = getelementptr inbounds float, ptr %scores, i64 %mul9
  %add.ptr16 = getelementptr inbounds float, ptr %out, i64 %mul9
  call void @llvm.lifetime.start.p0(ptr %x.i) #6
  br label %for.cond.i

for.cond.i:                                       ; preds = %cond.end.i, %if.then15
  %n.i.0 = phi i32 [ 0, %if.then15 ], [ %inc.i, %cond.end.i ]
  %cmp.i = icmp slt i32 %n.i.0, 2
  br i1 %cmp.i, label %for.body.i, label %for.cond5.i

for.body.i:                                       ; preds = %for.cond.i
  %5 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %mul.i = mul nsw i32 %n.i.0, 32
  %add.i = add i32 %5, %mul.i
  %cmp1.i = icmp slt i32 %add.i, %sub
  br i1 %cmp1.i, label %cond.true.i, label %cond.end.i

cond.true.i:                                      ; preds = %for.body.i
  %idxprom.i = sext i32 %add.i to i64
  %arrayidx.i = getelementptr inbounds float, ptr %add.ptr, i64 %idxprom.i
  %6 = load float, ptr %arrayidx.i, align 4, !tbaa !7
  br label %cond.end.i

cond.end.i:                                       ; preds = %for.body.i, %cond.true.i
  %cond.i = phi contract float [ %6, %cond.true.i ], [ 0xFFF0000000000000, %for.body.i ]
  %idxprom2.i = sext i32 %n.i.0 to i64
  %arrayidx3.i = getelementptr inbounds [2 x float], ptr %x.i, i64 0, i64 %idxprom2.i
  store float %cond.i, ptr %arrayidx3.i, align 4, !tbaa !7
  %inc.i = add nsw i32 %n.i.0, 1
  br label %for.cond.i, !llvm.loop !9

for.cond5.i:                                      ; preds = %for.cond.i, %for.body8.i
  %highest.i.0 = phi float [ %10, %for.body8.i ], [ 0xFFF0000000000000, %for.cond.i ]
  %n4.i.0 = phi i32 [ %inc13.i, %for.body8.i ], [ 0, %for.cond.i ]
  %cmp6.i = icmp slt i32 %n4.i.0, 2
  br i1 %cmp6.i, label %for.body8.i, label %for.cond.i157

for.cond.i157:                                    ; preds = %for.cond5.i, %for.body.i160
  %away.i156.0 = phi i32 [ %div.i162, %for.body.i160 ], [ 16, %for.cond5.i ]
  %value.addr.i155.0 = phi float [ %8, %for.body.i160 ], [ %highest.i.0, %for.cond5.i ]
  %cmp.i158 = icmp sgt i32 %away.i156.0, 0
  br i1 %cmp.i158, label %for.body.i160, label %_ZL8warp_maxf.exit163

for.body.i160:                                    ; preds = %for.cond.i157
  %7 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %value.addr.i155.0, i32 %away.i156.0, i32 31)
  %8 = call contract noundef float @llvm.maxnum.f32(float %value.addr.i155.0, float %7)
  %div.i162 = sdiv i32 %away.i156.0, 2
  br label %for.cond.i157, !llvm.loop !12

_ZL8warp_maxf.exit163:                            ; preds = %for.cond.i157
  %mul16.i = fmul contract float %value.addr.i155.0, %div
  br label %for.cond18.i

for.body8.i:                                      ; preds = %for.cond5.i
  %idxprom9.i = sext i32 %n4.i.0 to i64
  %arrayidx10.i = getelementptr inbounds [2 x float], ptr %x.i, i64 0, i64 %idxprom9.i
  %9 = load float, ptr %arrayidx10.i, align 4, !tbaa !7
  %10 = call contract noundef float @llvm.maxnum.f32(float %highest.i.0, float %9)
  %inc13.i = add nsw i32 %n4.i.0, 1
  br label %for.cond5.i, !llvm.loop !13

for.cond18.i:                                     ; preds = %for.body21.i, %_ZL8warp_maxf.exit163
  %sum.i.0 = phi float [ 0.000000e+00, %_ZL8warp_maxf.exit163 ], [ %add30.i, %for.body21.i ]
  %n17.i.0 = phi i32 [ 0, %_ZL8warp_maxf.exit163 ], [ %inc32.i, %for.body21.i ]
  %cmp19.i = icmp slt i32 %n17.i.0, 2
  br i1 %cmp19.i, label %for.body21.i, label %for.cond.i185

for.cond.i185:                                    ; preds = %for.cond18.i, %for.body.i188
  %away.i184.0 = phi i32 [ %div.i191, %for.body.i188 ], [ 16, %for.cond18.i ]
  %value.addr.i183.0 = phi float [ %add.i190, %for.body.i188 ], [ %sum.i.0, %for.cond18.i ]
  %cmp.i186 = icmp sgt i32 %away.i184.0, 0
  br i1 %cmp.i186, label %for.body.i188, label %_ZL8warp_sumf.exit192

for.body.i188:                                    ; preds = %for.cond.i185
  %11 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %value.addr.i183.0, i32 %away.i184.0, i32 31)
  %add.i190 = fadd contract float %value.addr.i183.0, %11
  %div.i191 = sdiv i32 %away.i184.0, 2
  br label %for.cond.i185, !llvm.loop !14

_ZL8warp_sumf.exit192:                            ; preds = %for.cond.i185
  %div.i = fdiv contract float 1.000000e+00, %value.addr.i183.0
  br label %for.cond36.i

for.body21.i:                                     ; preds = %for.cond18.i
  %idxprom22.i = sext i32 %n17.i.0 to i64
  %arrayidx23.i = getelementptr inbounds [2 x float], ptr %x.i, i64 0, i64 %idxprom22.i
  %12 = load float, ptr %arrayidx23.i, align 4, !tbaa !7
  %fneg.i = fneg contract float %mul16.i
  %13 = call contract noundef float @llvm.fma.f32(float %12, float %div, float %fneg.i)
  %14 = call contract noundef float @llvm.nvvm.ex2.approx.f32(float %13)
  store float %14, ptr %arrayidx23.i, align 4, !tbaa !7
  %add30.i = fadd contract float %sum.i.0, %14
  %inc32.i = add nsw i32 %n17.i.0, 1
  br label %for.cond18.i, !llvm.loop !15

for.cond36.i:                                     ; preds = %if.end.i, %_ZL8warp_sumf.exit192
  %n35.i.0 = phi i32 [ 0, %_ZL8warp_sumf.exit192 ], [ %inc51.i, %if.end.i ]
  %cmp37.i = icmp slt i32 %n35.i.0, 2
  br i1 %cmp37.i, label %for.body39.i, label %for.cond.cleanup38.i

for.cond.cleanup38.i:                             ; preds = %for.cond36.i
  %15 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add55.i = add i32 %15, 64
  br label %for.cond56.i

for.body39.i:                                     ; preds = %for.cond36.i
  %16 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %mul42.i = mul nsw i32 %n35.i.0, 32
  %add43.i = add i32 %16, %mul42.i
  %cmp44.i = icmp slt i32 %add43.i, %keys
  br i1 %cmp44.i, label %if.then.i, label %if.end.i

if.then.i:                                        ; preds = %for.body39.i
  %idxprom45.i = sext i32 %n35.i.0 to i64
  %arrayidx46.i = getelementptr inbounds [2 x float], ptr %x.i, i64 0, i64 %idxprom45.i
  %17 = load float, ptr %arrayidx46.i, align 4, !tbaa !7
  %mul47.i = fmul contract float %17, %div.i
  %idxprom48.i = sext i32 %add43.i to i64
  %arrayidx49.i = getelementptr inbounds float, ptr %add.ptr16, i64 %idxprom48.i
  store float %mul47.i, ptr %arrayidx49.i, align 4, !tbaa !7
  br label %if.end.i

if.end.i:                                         ; preds = %if.then.i, %for.body39.i
  %inc51.i = add nsw i32 %n35.i.0, 1
  br label %for.cond36.i, !llvm.loop !16

for.cond56.i:                                     ; preds = %for.body59.i, %for.cond.cleanup38.i
  %j53.i.0 = phi i32 [ %add55.i, %for.cond.cleanup38.i ], [ %add63.i, %for.body59.i ]
  %cmp57.i = icmp slt i32 %j53.i.0, %keys
  br i1 %cmp57.i, label %for.body59.i, label %_ZL12in_registersILi2EEvPKfPfiif.exit

for.body59.i:                                     ; preds = %for.cond56.i
  %idxprom60.i = sext i32 %j53.i.0 to i64
  %arrayidx61.i = getelementptr inbounds float, ptr %add.ptr16, i64 %idxprom60.i
  store float 0.000000e+00, ptr %arrayidx61.i, align 4, !tbaa !7
  %add63.i = add nsw i32 %j53.i.0, 32
  br label %for.cond56.i, !llvm.loop !17

_ZL12in_registersILi2EEvPKfPfiif.exit:            ; preds = %for.cond56.i
  call void @llvm.lifetime.end.p0(ptr %x.i) #6
  br label %cleanup.cont

if.else:                                          ; preds = %if.end
  %cmp17 = icmp sle i32 %sub, 256
  br i1 %cmp17, label %if.then18, label %if.else21

if.then18:                                        ; preds = %if.else
  %add.ptr19 = getelementptr inbounds float, ptr %scores, i64 %mul9
  %add.ptr20 = getelementptr inbounds float, ptr %out, i64 %mul9
  call void @llvm.lifetime.start.p0(ptr %x.i6) #6
  br label %for.cond.i18

for.cond.i18:                                     ; preds = %cond.end.i78, %if.then18
  %n.i8.0 = phi i32 [ 0, %if.then18 ], [ %inc.i82, %cond.end.i78 ]
  %cmp.i19 = icmp slt i32 %n.i8.0, 8
  br i1 %cmp.i19, label %for.body.i72, label %for.cond5.i21

for.body.i72:                                     ; preds = %for.cond.i18
  %18 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %mul.i74 = mul nsw i32 %n.i8.0, 32
  %add.i75 = add i32 %18, %mul.i74
  %cmp1.i76 = icmp slt i32 %add.i75, %sub
  br i1 %cmp1.i76, label %cond.true.i83, label %cond.end.i78

cond.true.i83:                                    ; preds = %for.body.i72
  %idxprom.i84 = sext i32 %add.i75 to i64
  %arrayidx.i85 = getelementptr inbounds float, ptr %add.ptr19, i64 %idxprom.i84
  %19 = load float, ptr %arrayidx.i85, align 4, !tbaa !7
  br label %cond.end.i78

cond.end.i78:                                     ; preds = %for.body.i72, %cond.true.i83
  %cond.i79 = phi contract float [ %19, %cond.true.i83 ], [ 0xFFF0000000000000, %for.body.i72 ]
  %idxprom2.i80 = sext i32 %n.i8.0 to i64
  %arrayidx3.i81 = getelementptr inbounds [8 x float], ptr %x.i6, i64 0, i64 %idxprom2.i80
  store float %cond.i79, ptr %arrayidx3.i81, align 4, !tbaa !7
  %inc.i82 = add nsw i32 %n.i8.0, 1
  br label %for.cond.i18, !llvm.loop !18

for.cond5.i21:                                    ; preds = %for.cond.i18, %for.body8.i67
  %n4.i10.0 = phi i32 [ %inc13.i71, %for.body8.i67 ], [ 0, %for.cond.i18 ]
  %highest.i7.0 = phi float [ %23, %for.body8.i67 ], [ 0xFFF0000000000000, %for.cond.i18 ]
  %cmp6.i22 = icmp slt i32 %n4.i10.0, 8
  br i1 %cmp6.i22, label %for.body8.i67, label %for.cond.i146

for.cond.i146:                                    ; preds = %for.cond5.i21, %for.body.i149
  %away.i145.0 = phi i32 [ %div.i151, %for.body.i149 ], [ 16, %for.cond5.i21 ]
  %value.addr.i144.0 = phi float [ %21, %for.body.i149 ], [ %highest.i7.0, %for.cond5.i21 ]
  %cmp.i147 = icmp sgt i32 %away.i145.0, 0
  br i1 %cmp.i147, label %for.body.i149, label %_ZL8warp_maxf.exit152

for.body.i149:                                    ; preds = %for.cond.i146
  %20 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %value.addr.i144.0, i32 %away.i145.0, i32 31)
  %21 = call contract noundef float @llvm.maxnum.f32(float %value.addr.i144.0, float %20)
  %div.i151 = sdiv i32 %away.i145.0, 2
  br label %for.cond.i146, !llvm.loop !12

_ZL8warp_maxf.exit152:                            ; preds = %for.cond.i146
  %mul16.i25 = fmul contract float %value.addr.i144.0, %div
  br label %for.cond18.i26

for.body8.i67:                                    ; preds = %for.cond5.i21
  %idxprom9.i68 = sext i32 %n4.i10.0 to i64
  %arrayidx10.i69 = getelementptr inbounds [8 x float], ptr %x.i6, i64 0, i64 %idxprom9.i68
  %22 = load float, ptr %arrayidx10.i69, align 4, !tbaa !7
  %23 = call contract noundef float @llvm.maxnum.f32(float %highest.i7.0, float %22)
  %inc13.i71 = add nsw i32 %n4.i10.0, 1
  br label %for.cond5.i21, !llvm.loop !19

for.cond18.i26:                                   ; preds = %for.body21.i55, %_ZL8warp_maxf.exit152
  %n17.i13.0 = phi i32 [ 0, %_ZL8warp_maxf.exit152 ], [ %inc32.i66, %for.body21.i55 ]
  %sum.i12.0 = phi float [ 0.000000e+00, %_ZL8warp_maxf.exit152 ], [ %add30.i65, %for.body21.i55 ]
  %cmp19.i27 = icmp slt i32 %n17.i13.0, 8
  br i1 %cmp19.i27, label %for.body21.i55, label %for.cond.i175

for.cond.i175:                                    ; preds = %for.cond18.i26, %for.body.i178
  %away.i174.0 = phi i32 [ %div.i181, %for.body.i178 ], [ 16, %for.cond18.i26 ]
  %value.addr.i173.0 = phi float [ %add.i180, %for.body.i178 ], [ %sum.i12.0, %for.cond18.i26 ]
  %cmp.i176 = icmp sgt i32 %away.i174.0, 0
  br i1 %cmp.i176, label %for.body.i178, label %_ZL8warp_sumf.exit182

for.body.i178:                                    ; preds = %for.cond.i175
  %24 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %value.addr.i173.0, i32 %away.i174.0, i32 31)
  %add.i180 = fadd contract float %value.addr.i173.0, %24
  %div.i181 = sdiv i32 %away.i174.0, 2
  br label %for.cond.i175, !llvm.loop !14

_ZL8warp_sumf.exit182:                            ; preds = %for.cond.i175
  %div.i30 = fdiv contract float 1.000000e+00, %value.addr.i173.0
  br label %for.cond36.i31

for.body21.i55:                                   ; preds = %for.cond18.i26
  %idxprom22.i56 = sext i32 %n17.i13.0 to i64
  %arrayidx23.i57 = getelementptr inbounds [8 x float], ptr %x.i6, i64 0, i64 %idxprom22.i56
  %25 = load float, ptr %arrayidx23.i57, align 4, !tbaa !7
  %fneg.i58 = fneg contract float %mul16.i25
  %26 = call contract noundef float @llvm.fma.f32(float %25, float %div, float %fneg.i58)
  %27 = call contract noundef float @llvm.nvvm.ex2.approx.f32(float %26)
  store float %27, ptr %arrayidx23.i57, align 4, !tbaa !7
  %add30.i65 = fadd contract float %sum.i12.0, %27
  %inc32.i66 = add nsw i32 %n17.i13.0, 1
  br label %for.cond18.i26, !llvm.loop !20

for.cond36.i31:                                   ; preds = %if.end.i47, %_ZL8warp_sumf.exit182
  %n35.i15.0 = phi i32 [ 0, %_ZL8warp_sumf.exit182 ], [ %inc51.i48, %if.end.i47 ]
  %cmp37.i32 = icmp slt i32 %n35.i15.0, 8
  br i1 %cmp37.i32, label %for.body39.i42, label %for.cond.cleanup38.i33

for.cond.cleanup38.i33:                           ; preds = %for.cond36.i31
  %28 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add55.i35 = add i32 %28, 256
  br label %for.cond56.i36

for.body39.i42:                                   ; preds = %for.cond36.i31
  %29 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %mul42.i44 = mul nsw i32 %n35.i15.0, 32
  %add43.i45 = add i32 %29, %mul42.i44
  %cmp44.i46 = icmp slt i32 %add43.i45, %keys
  br i1 %cmp44.i46, label %if.then.i49, label %if.end.i47

if.then.i49:                                      ; preds = %for.body39.i42
  %idxprom45.i50 = sext i32 %n35.i15.0 to i64
  %arrayidx46.i51 = getelementptr inbounds [8 x float], ptr %x.i6, i64 0, i64 %idxprom45.i50
  %30 = load float, ptr %arrayidx46.i51, align 4, !tbaa !7
  %mul47.i52 = fmul contract float %30, %div.i30
  %idxprom48.i53 = sext i32 %add43.i45 to i64
  %arrayidx49.i54 = getelementptr inbounds float, ptr %add.ptr20, i64 %idxprom48.i53
  store float %mul47.i52, ptr %arrayidx49.i54, align 4, !tbaa !7
  br label %if.end.i47

if.end.i47:                                       ; preds = %if.then.i49, %for.body39.i42
  %inc51.i48 = add nsw i32 %n35.i15.0, 1
  br label %for.cond36.i31, !llvm.loop !21

for.cond56.i36:                                   ; preds = %for.body59.i38, %for.cond.cleanup38.i33
  %j53.i17.0 = phi i32 [ %add55.i35, %for.cond.cleanup38.i33 ], [ %add63.i41, %for.body59.i38 ]
  %cmp57.i37 = icmp slt i32 %j53.i17.0, %keys
  br i1 %cmp57.i37, label %for.body59.i38, label %_ZL12in_registersILi8EEvPKfPfiif.exit

for.body59.i38:                                   ; preds = %for.cond56.i36
  %idxprom60.i39 = sext i32 %j53.i17.0 to i64
  %arrayidx61.i40 = getelementptr inbounds float, ptr %add.ptr20, i64 %idxprom60.i39
  store float 0.000000e+00, ptr %arrayidx61.i40, align 4, !tbaa !7
  %add63.i41 = add nsw i32 %j53.i17.0, 32
  br label %for.cond56.i36, !llvm.loop !22

_ZL12in_registersILi8EEvPKfPfiif.exit:            ; preds = %for.cond56.i36
  call void @llvm.lifetime.end.p0(ptr %x.i6) #6
  br label %cleanup.cont

if.else21:                                        ; preds = %if.else
  %add.ptr22 = getelementptr inbounds float, ptr %scores, i64 %mul9
  %add.ptr23 = getelementptr inbounds float, ptr %out, i64 %mul9
  %31 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  br label %for.cond.i98

for.cond.i98:                                     ; preds = %for.body.i106, %if.else21
  %j.i93.0 = phi i32 [ %31, %if.else21 ], [ %add.i111, %for.body.i106 ]
  %sum.i92.0 = phi float [ 0.000000e+00, %if.else21 ], [ %41, %for.body.i106 ]
  %top.i91.0 = phi float [ 0xFFF0000000000000, %if.else21 ], [ %37, %for.body.i106 ]
  %cmp.i99 = icmp slt i32 %j.i93.0, %sub
  br i1 %cmp.i99, label %for.body.i106, label %for.cond.i137

for.cond.i137:                                    ; preds = %for.cond.i98, %for.body.i140
  %away.i.0 = phi i32 [ %div.i141, %for.body.i140 ], [ 16, %for.cond.i98 ]
  %value.addr.i.0 = phi float [ %33, %for.body.i140 ], [ %top.i91.0, %for.cond.i98 ]
  %cmp.i138 = icmp sgt i32 %away.i.0, 0
  br i1 %cmp.i138, label %for.body.i140, label %_ZL8warp_maxf.exit

for.body.i140:                                    ; preds = %for.cond.i137
  %32 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %value.addr.i.0, i32 %away.i.0, i32 31)
  %33 = call contract noundef float @llvm.maxnum.f32(float %value.addr.i.0, float %32)
  %div.i141 = sdiv i32 %away.i.0, 2
  br label %for.cond.i137, !llvm.loop !12

_ZL8warp_maxf.exit:                               ; preds = %for.cond.i137
  %sub7.i = fsub contract float %top.i91.0, %value.addr.i.0
  %34 = call contract noundef float @llvm.nvvm.ex2.approx.f32(float %sub7.i)
  %mul9.i = fmul contract float %sum.i92.0, %34
  br label %for.cond.i166

for.cond.i166:                                    ; preds = %for.body.i169, %_ZL8warp_maxf.exit
  %away.i165.0 = phi i32 [ 16, %_ZL8warp_maxf.exit ], [ %div.i172, %for.body.i169 ]
  %value.addr.i164.0 = phi float [ %mul9.i, %_ZL8warp_maxf.exit ], [ %add.i171, %for.body.i169 ]
  %cmp.i167 = icmp sgt i32 %away.i165.0, 0
  br i1 %cmp.i167, label %for.body.i169, label %_ZL8warp_sumf.exit

for.body.i169:                                    ; preds = %for.cond.i166
  %35 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %value.addr.i164.0, i32 %away.i165.0, i32 31)
  %add.i171 = fadd contract float %value.addr.i164.0, %35
  %div.i172 = sdiv i32 %away.i165.0, 2
  br label %for.cond.i166, !llvm.loop !14

_ZL8warp_sumf.exit:                               ; preds = %for.cond.i166
  %div.i101 = fdiv contract float 1.000000e+00, %value.addr.i164.0
  br label %for.cond13.i

for.body.i106:                                    ; preds = %for.cond.i98
  %idxprom.i107 = sext i32 %j.i93.0 to i64
  %arrayidx.i108 = getelementptr inbounds float, ptr %add.ptr22, i64 %idxprom.i107
  %36 = load float, ptr %arrayidx.i108, align 4, !tbaa !7
  %mul.i109 = fmul contract float %36, %div
  %37 = call contract noundef float @llvm.maxnum.f32(float %top.i91.0, float %mul.i109)
  %sub.i = fsub contract float %top.i91.0, %37
  %38 = call contract noundef float @llvm.nvvm.ex2.approx.f32(float %sub.i)
  %fneg.i110 = fneg contract float %37
  %39 = call contract noundef float @llvm.fma.f32(float %36, float %div, float %fneg.i110)
  %40 = call contract noundef float @llvm.nvvm.ex2.approx.f32(float %39)
  %41 = call contract noundef float @llvm.fma.f32(float %sum.i92.0, float %38, float %40)
  %add.i111 = add nsw i32 %j.i93.0, 32
  br label %for.cond.i98, !llvm.loop !23

for.cond13.i:                                     ; preds = %cond.end.i103, %_ZL8warp_sumf.exit
  %j11.i.0 = phi i32 [ %31, %_ZL8warp_sumf.exit ], [ %add27.i, %cond.end.i103 ]
  %cmp14.i = icmp slt i32 %j11.i.0, %keys
  br i1 %cmp14.i, label %for.body16.i, label %cleanup.cont

for.body16.i:                                     ; preds = %for.cond13.i
  %cmp17.i = icmp slt i32 %j11.i.0, %sub
  br i1 %cmp17.i, label %cond.true.i105, label %cond.end.i103

cond.true.i105:                                   ; preds = %for.body16.i
  %idxprom18.i = sext i32 %j11.i.0 to i64
  %arrayidx19.i = getelementptr inbounds float, ptr %add.ptr22, i64 %idxprom18.i
  %42 = load float, ptr %arrayidx19.i, align 4, !tbaa !7
  %fneg20.i = fneg contract float %value.addr.i.0
  %43 = call contract noundef float @llvm.fma.f32(float %42, float %div, float %fneg20.i)
  %44 = call contract noundef float @llvm.nvvm.ex2.approx.f32(float %43)
  %mul23.i = fmul contract float %44, %div.i101
  br label %cond.end.i103

cond.end.i103:                                    ; preds = %for.body16.i, %cond.true.i105
  %cond.i104 = phi contract float [ %mul23.i, %cond.true.i105 ], [ 0.000000e+00, %for.body16.i ]
  %idxprom24.i = sext i32 %j11.i.0 to i64
  %arrayidx25.i = getelementptr inbounds float, ptr %add.ptr23, i64 %idxprom24.i
  store float %cond.i104, ptr %arrayidx25.i, align 4, !tbaa !7
  %add27.i = add nsw i32 %j11.i.0, 32
  br label %for.cond13.i, !llvm.loop !24

cleanup.cont:                                     ; preds = %entry, %_ZL12in_registersILi8EEvPKfPfiif.exit, %for.cond13.i, %_ZL12in_registersILi2EEvPKfPfiif.exit
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.start.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.end.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.y() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.y() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 65535) i32 @llvm.nvvm.read.ptx.sreg.ctaid.y() #2

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(none)
declare float @llvm.nvvm.sqrt.rn.f(float) #3

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #2

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.maxnum.f32(float, float) #4

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.fma.f32(float, float, float) #4

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(none)
declare float @llvm.nvvm.ex2.approx.f32(float) #3

; Function Attrs: convergent nocallback nounwind memory(inaccessiblemem: readwrite)
declare float @llvm.nvvm.shfl.sync.bfly.f32(i32, float, i32, i32) #5

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }
attributes #2 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #3 = { nocallback nofree nosync nounwind willreturn memory(none) }
attributes #4 = { nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }
attributes #5 = { convergent nocallback nounwind memory(inaccessiblemem: readwrite) }
attributes #6 = { nounwind }

!llvm.module.flags = !{!0, !1, !2}
!llvm.errno.tbaa = !{!3}

!0 = !{i32 1, !"wchar_size", i32 4}
!1 = !{i32 4, !"nvvm-reflect-ftz", i32 0}
!2 = !{i32 7, !"frame-pointer", i32 2}
!3 = !{!4, !4, i64 0}
!4 = !{!"int", !5, i64 0}
!5 = !{!"omnipotent char", !6, i64 0}
!6 = !{!"Simple C++ TBAA"}
!7 = !{!8, !8, i64 0}
!8 = !{!"float", !5, i64 0}
!9 = distinct !{!9, !10, !11}
!10 = !{!"llvm.loop.mustprogress"}
!11 = !{!"llvm.loop.unroll.enable"}
!12 = distinct !{!12, !10, !11}
!13 = distinct !{!13, !10, !11}
!14 = distinct !{!14, !10, !11}
!15 = distinct !{!15, !10, !11}
!16 = distinct !{!16, !10, !11}
!17 = distinct !{!17, !10}
!18 = distinct !{!18, !10, !11}
!19 = distinct !{!19, !10, !11}
!20 = distinct !{!20, !10, !11}
!21 = distinct !{!21, !10, !11}
!22 = distinct !{!22, !10}
!23 = distinct !{!23, !10}
!24 = distinct !{!24, !10}
