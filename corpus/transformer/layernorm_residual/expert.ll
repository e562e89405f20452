source_filename = "expert.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @layernorm_residual(ptr noalias noundef %input, ptr noalias noundef %residual, ptr noalias noundef %bias, ptr noalias noundef %gamma, ptr noalias noundef %beta, ptr noalias noundef %out, i32 noundef %rows, i32 noundef %columns) #0 {
entry:
  %x.i88 = alloca [8 x <4 x float>], align 16
  %x.i3 = alloca [2 x <4 x float>], align 16
  %x.i = alloca [1 x <4 x float>], align 16
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.y()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.y()
  %add = add i32 %mul, %2
  %cmp = icmp sge i32 %add, %rows
  br i1 %cmp, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  %div = sdiv i32 %columns, 4
  %conv = sext i32 %add to i64
  %conv3 = sext i32 %div to i64
  %mul4 = mul nsw i64 %conv, %conv3
  %add.ptr = getelementptr inbounds <4 x float>, ptr %input, i64 %mul4
  %add.ptr7 = getelementptr inbounds <4 x float>, ptr %residual, i64 %mul4
  %add.ptr12 = getelementptr inbounds <4 x float>, ptr %out, i64 %mul4
  %cmp14 = icmp sle i32 %div, 32
  br i1 %cmp14, label %if.then15, label %if.else

if.then15:                                        ; preds = %if.end
  call void @llvm.lifetime.start.p0(ptr %x.i) #5
  br label %for.cond.i

for.cond.i:                                       ; preds = %cond.end.i, %if.then15
  %n.i.0 = phi i32 [ 0, %if.then15 ], [ %inc.i, %cond.end.i ]
  %cmp.i = icmp slt i32 %n.i.0, 1
  br i1 %cmp.i, label %for.body.i, label %for.cond4.i

for.body.i:                                       ; preds = %for.cond.i
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %mul.i = mul nsw i32 %n.i.0, 32
  %add.i = add i32 %3, %mul.i
  %cmp1.i = icmp slt i32 %add.i, %div
  br i1 %cmp1.i, label %cond.true.i, label %cond.end.i

cond.true.i:                                      ; preds = %for.body.i
  %idxprom.i279 = sext i32 %add.i to i64
  %arrayidx.i280 = getelementptr inbounds <4 x float>, ptr %add.ptr, i64 %idxprom.i279
  %4 = load <4 x float>, ptr %arrayidx.i280, align 16, !tbaa !7
  %arrayidx3.i283 = getelementptr inbounds <4 x float>, ptr %add.ptr7, i64 %idxprom.i279
  %5 = load <4 x float>, ptr %arrayidx3.i283, align 16, !tbaa !7
  %add.i284 = fadd contract <4 x float> %4, %5
  %arrayidx5.i287 = getelementptr inbounds <4 x float>, ptr %bias, i64 %idxprom.i279
  %6 = load <4 x float>, ptr %arrayidx5.i287, align 16, !tbaa !7
  %add6.i288 = fadd contract <4 x float> %add.i284, %6
  br label %cond.end.i

cond.end.i:                                       ; preds = %for.body.i, %cond.true.i
  %cond.i = phi contract <4 x float> [ %add6.i288, %cond.true.i ], [ zeroinitializer, %for.body.i ]
  %idxprom.i = sext i32 %n.i.0 to i64
  %arrayidx.i = getelementptr inbounds [1 x <4 x float>], ptr %x.i, i64 0, i64 %idxprom.i
  store <4 x float> %cond.i, ptr %arrayidx.i, align 16, !tbaa !7
  %inc.i = add nsw i32 %n.i.0, 1
  br label %for.cond.i, !llvm.loop !8

for.cond4.i:                                      ; preds = %for.cond.i, %for.body7.i
  %sum.i.0 = phi float [ %add11.i, %for.body7.i ], [ 0.000000e+00, %for.cond.i ]
  %n3.i.0 = phi i32 [ %inc13.i, %for.body7.i ], [ 0, %for.cond.i ]
  %cmp5.i = icmp slt i32 %n3.i.0, 1
  br i1 %cmp5.i, label %for.body7.i, label %for.cond.i358

for.cond.i358:                                    ; preds = %for.cond4.i, %for.body.i361
  %away.i357.0 = phi i32 [ %div.i364, %for.body.i361 ], [ 16, %for.cond4.i ]
  %value.addr.i356.0 = phi float [ %add.i363, %for.body.i361 ], [ %sum.i.0, %for.cond4.i ]
  %cmp.i359 = icmp sgt i32 %away.i357.0, 0
  br i1 %cmp.i359, label %for.body.i361, label %_ZL8warp_sumf.exit365

for.body.i361:                                    ; preds = %for.cond.i358
  %7 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %value.addr.i356.0, i32 %away.i357.0, i32 31)
  %add.i363 = fadd contract float %value.addr.i356.0, %7
  %div.i364 = sdiv i32 %away.i357.0, 2
  br label %for.cond.i358, !llvm.loop !11

_ZL8warp_sumf.exit365:                            ; preds = %for.cond.i358
  %conv.i = sitofp i32 %columns to float
  %div.i = fdiv contract float %value.addr.i356.0, %conv.i
  br label %for.cond17.i

for.body7.i:                                      ; preds = %for.cond4.i
  %idxprom8.i = sext i32 %n3.i.0 to i64
  %arrayidx9.i = getelementptr inbounds [1 x <4 x float>], ptr %x.i, i64 0, i64 %idxprom8.i
  %8 = load <4 x float>, ptr %arrayidx9.i, align 16, !tbaa !7
  %9 = extractelement <4 x float> %8, i64 0
  %10 = extractelement <4 x float> %8, i64 1
  %add.i214 = fadd contract float %9, %10
  %11 = extractelement <4 x float> %8, i64 2
  %12 = extractelement <4 x float> %8, i64 3
  %add1.i215 = fadd contract float %11, %12
  %add2.i216 = fadd contract float %add.i214, %add1.i215
  %add11.i = fadd contract float %sum.i.0, %add2.i216
  %inc13.i = add nsw i32 %n3.i.0, 1
  br label %for.cond4.i, !llvm.loop !12

for.cond17.i:                                     ; preds = %if.end.i, %_ZL8warp_sumf.exit365
  %squares.i.0 = phi float [ 0.000000e+00, %_ZL8warp_sumf.exit365 ], [ %squares.i.1, %if.end.i ]
  %n16.i.0 = phi i32 [ 0, %_ZL8warp_sumf.exit365 ], [ %inc36.i, %if.end.i ]
  %cmp18.i = icmp slt i32 %n16.i.0, 1
  br i1 %cmp18.i, label %for.body20.i, label %for.cond.i348

for.cond.i348:                                    ; preds = %for.cond17.i, %for.body.i351
  %away.i347.0 = phi i32 [ %div.i354, %for.body.i351 ], [ 16, %for.cond17.i ]
  %value.addr.i346.0 = phi float [ %add.i353, %for.body.i351 ], [ %squares.i.0, %for.cond17.i ]
  %cmp.i349 = icmp sgt i32 %away.i347.0, 0
  br i1 %cmp.i349, label %for.body.i351, label %_ZL8warp_sumf.exit355

for.body.i351:                                    ; preds = %for.cond.i348
  %13 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %value.addr.i346.0, i32 %away.i347.0, i32 31)
  %add.i353 = fadd contract float %value.addr.i346.0, %13
  %div.i354 = sdiv i32 %away.i347.0, 2
  br label %for.cond.i348, !llvm.loop !11

_ZL8warp_sumf.exit355:                            ; preds = %for.cond.i348
  %div40.i = fdiv contract float %value.addr.i346.0, %conv.i
  %add41.i = fadd contract float %div40.i, 0x3EE4F8B580000000
  %14 = call contract noundef float @llvm.nvvm.sqrt.rn.f(float %add41.i)
  %div43.i = fdiv contract float 1.000000e+00, %14
  br label %for.cond45.i

for.body20.i:                                     ; preds = %for.cond17.i
  %15 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %mul22.i = mul nsw i32 %n16.i.0, 32
  %add23.i = add i32 %15, %mul22.i
  %cmp25.i = icmp ult i32 %add23.i, %div
  br i1 %cmp25.i, label %if.then.i, label %if.end.i

if.then.i:                                        ; preds = %for.body20.i
  %splat.splatinsert.i = insertelement <4 x float> poison, float %div.i, i64 0
  %splat.splat.i = shufflevector <4 x float> %splat.splatinsert.i, <4 x float> poison, <4 x i32> zeroinitializer
  %idxprom26.i = sext i32 %n16.i.0 to i64
  %arrayidx27.i = getelementptr inbounds [1 x <4 x float>], ptr %x.i, i64 0, i64 %idxprom26.i
  %16 = load <4 x float>, ptr %arrayidx27.i, align 16, !tbaa !7
  %sub.i = fsub contract <4 x float> %16, %splat.splat.i
  store <4 x float> %sub.i, ptr %arrayidx27.i, align 16, !tbaa !7
  %mul32.i = fmul contract <4 x float> %sub.i, %sub.i
  %17 = extractelement <4 x float> %mul32.i, i64 0
  %18 = extractelement <4 x float> %mul32.i, i64 1
  %add.i218 = fadd contract float %17, %18
  %19 = extractelement <4 x float> %mul32.i, i64 2
  %20 = extractelement <4 x float> %mul32.i, i64 3
  %add1.i219 = fadd contract float %19, %20
  %add2.i220 = fadd contract float %add.i218, %add1.i219
  %add34.i = fadd contract float %squares.i.0, %add2.i220
  br label %if.end.i

if.end.i:                                         ; preds = %if.then.i, %for.body20.i
  %squares.i.1 = phi float [ %add34.i, %if.then.i ], [ %squares.i.0, %for.body20.i ]
  %inc36.i = add nsw i32 %n16.i.0, 1
  br label %for.cond17.i, !llvm.loop !13

for.cond45.i:                                     ; preds = %if.end58.i, %_ZL8warp_sumf.exit355
  %n44.i.0 = phi i32 [ 0, %_ZL8warp_sumf.exit355 ], [ %inc60.i, %if.end58.i ]
  %cmp46.i = icmp slt i32 %n44.i.0, 1
  br i1 %cmp46.i, label %for.body48.i, label %_ZL12in_registersILi1EEvRK3Rowi.exit

for.body48.i:                                     ; preds = %for.cond45.i
  %21 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %mul51.i = mul nsw i32 %n44.i.0, 32
  %add52.i = add i32 %21, %mul51.i
  %cmp54.i = icmp slt i32 %add52.i, %div
  br i1 %cmp54.i, label %if.then55.i, label %if.end58.i

if.then55.i:                                      ; preds = %for.body48.i
  %idxprom56.i = sext i32 %n44.i.0 to i64
  %arrayidx57.i = getelementptr inbounds [1 x <4 x float>], ptr %x.i, i64 0, i64 %idxprom56.i
  %22 = load <4 x float>, ptr %arrayidx57.i, align 16, !tbaa !7
  %idxprom.i422 = sext i32 %add52.i to i64
  %arrayidx.i423 = getelementptr inbounds <4 x float>, ptr %gamma, i64 %idxprom.i422
  %23 = load <4 x float>, ptr %arrayidx.i423, align 16, !tbaa !7
  %splat.splatinsert.i424 = insertelement <4 x float> poison, float %div43.i, i64 0
  %splat.splat.i425 = shufflevector <4 x float> %splat.splatinsert.i424, <4 x float> poison, <4 x i32> zeroinitializer
  %mul.i426 = fmul contract <4 x float> %22, %splat.splat.i425
  %mul2.i427 = fmul contract <4 x float> %23, %mul.i426
  %arrayidx4.i430 = getelementptr inbounds <4 x float>, ptr %beta, i64 %idxprom.i422
  %24 = load <4 x float>, ptr %arrayidx4.i430, align 16, !tbaa !7
  %add.i431 = fadd contract <4 x float> %mul2.i427, %24
  %arrayidx6.i434 = getelementptr inbounds <4 x float>, ptr %add.ptr12, i64 %idxprom.i422
  store <4 x float> %add.i431, ptr %arrayidx6.i434, align 16, !tbaa !7
  br label %if.end58.i

if.end58.i:                                       ; preds = %if.then55.i, %for.body48.i
  %inc60.i = add nsw i32 %n44.i.0, 1
  br label %for.cond45.i, !llvm.loop !14

_ZL12in_registersILi1EEvRK3Rowi.exit:             ; preds = %for.cond45.i
  call void @llvm.lifetime.end.p0(ptr %x.i) #5
  br label %cleanup.cont

if.else:                                          ; preds = %if.end
  %cmp16 = icmp sle i32 %div, 64
  br i1 %cmp16, label %if.then17, label %if.else18

if.then17:                                        ; preds = %if.else
  call void @llvm.lifetime.start.p0(ptr %x.i3) #5
  br label %for.cond.i14

for.cond.i14:                                     ; preds = %cond.end.i79, %if.then17
  %n.i5.0 = phi i32 [ 0, %if.then17 ], [ %inc.i83, %cond.end.i79 ]
  %cmp.i15 = icmp slt i32 %n.i5.0, 2
  br i1 %cmp.i15, label %for.body.i72, label %for.cond4.i17

for.body.i72:                                     ; preds = %for.cond.i14
  %25 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %mul.i74 = mul nsw i32 %n.i5.0, 32
  %add.i75 = add i32 %25, %mul.i74
  %cmp1.i77 = icmp slt i32 %add.i75, %div
  br i1 %cmp1.i77, label %cond.true.i84, label %cond.end.i79

cond.true.i84:                                    ; preds = %for.body.i72
  %idxprom.i266 = sext i32 %add.i75 to i64
  %arrayidx.i267 = getelementptr inbounds <4 x float>, ptr %add.ptr, i64 %idxprom.i266
  %26 = load <4 x float>, ptr %arrayidx.i267, align 16, !tbaa !7
  %arrayidx3.i270 = getelementptr inbounds <4 x float>, ptr %add.ptr7, i64 %idxprom.i266
  %27 = load <4 x float>, ptr %arrayidx3.i270, align 16, !tbaa !7
  %add.i271 = fadd contract <4 x float> %26, %27
  %arrayidx5.i274 = getelementptr inbounds <4 x float>, ptr %bias, i64 %idxprom.i266
  %28 = load <4 x float>, ptr %arrayidx5.i274, align 16, !tbaa !7
  %add6.i275 = fadd contract <4 x float> %add.i271, %28
  br label %cond.end.i79

cond.end.i79:                                     ; preds = %for.body.i72, %cond.true.i84
  %cond.i80 = phi contract <4 x float> [ %add6.i275, %cond.true.i84 ], [ zeroinitializer, %for.body.i72 ]
  %idxprom.i81 = sext i32 %n.i5.0 to i64
  %arrayidx.i82 = getelementptr inbounds [2 x <4 x float>], ptr %x.i3, i64 0, i64 %idxprom.i81
  store <4 x float> %cond.i80, ptr %arrayidx.i82, align 16, !tbaa !7
  %inc.i83 = add nsw i32 %n.i5.0, 1
  br label %for.cond.i14, !llvm.loop !15

for.cond4.i17:                                    ; preds = %for.cond.i14, %for.body7.i66
  %sum.i4.0 = phi float [ %add11.i70, %for.body7.i66 ], [ 0.000000e+00, %for.cond.i14 ]
  %n3.i7.0 = phi i32 [ %inc13.i71, %for.body7.i66 ], [ 0, %for.cond.i14 ]
  %cmp5.i18 = icmp slt i32 %n3.i7.0, 2
  br i1 %cmp5.i18, label %for.body7.i66, label %for.cond.i338

for.cond.i338:                                    ; preds = %for.cond4.i17, %for.body.i341
  %away.i337.0 = phi i32 [ %div.i344, %for.body.i341 ], [ 16, %for.cond4.i17 ]
  %value.addr.i336.0 = phi float [ %add.i343, %for.body.i341 ], [ %sum.i4.0, %for.cond4.i17 ]
  %cmp.i339 = icmp sgt i32 %away.i337.0, 0
  br i1 %cmp.i339, label %for.body.i341, label %_ZL8warp_sumf.exit345

for.body.i341:                                    ; preds = %for.cond.i338
  %29 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %value.addr.i336.0, i32 %away.i337.0, i32 31)
  %add.i343 = fadd contract float %value.addr.i336.0, %29
  %div.i344 = sdiv i32 %away.i337.0, 2
  br label %for.cond.i338, !llvm.loop !11

_ZL8warp_sumf.exit345:                            ; preds = %for.cond.i338
  %conv.i21 = sitofp i32 %columns to float
  %div.i22 = fdiv contract float %value.addr.i336.0, %conv.i21
  br label %for.cond17.i23

for.body7.i66:                                    ; preds = %for.cond4.i17
  %idxprom8.i67 = sext i32 %n3.i7.0 to i64
  %arrayidx9.i68 = getelementptr inbounds [2 x <4 x float>], ptr %x.i3, i64 0, i64 %idxprom8.i67
  %30 = load <4 x float>, ptr %arrayidx9.i68, align 16, !tbaa !7
  %31 = extractelement <4 x float> %30, i64 0
  %32 = extractelement <4 x float> %30, i64 1
  %add.i206 = fadd contract float %31, %32
  %33 = extractelement <4 x float> %30, i64 2
  %34 = extractelement <4 x float> %30, i64 3
  %add1.i207 = fadd contract float %33, %34
  %add2.i208 = fadd contract float %add.i206, %add1.i207
  %add11.i70 = fadd contract float %sum.i4.0, %add2.i208
  %inc13.i71 = add nsw i32 %n3.i7.0, 1
  br label %for.cond4.i17, !llvm.loop !16

for.cond17.i23:                                   ; preds = %if.end.i51, %_ZL8warp_sumf.exit345
  %squares.i9.0 = phi float [ 0.000000e+00, %_ZL8warp_sumf.exit345 ], [ %squares.i9.1, %if.end.i51 ]
  %n16.i10.0 = phi i32 [ 0, %_ZL8warp_sumf.exit345 ], [ %inc36.i52, %if.end.i51 ]
  %cmp18.i24 = icmp slt i32 %n16.i10.0, 2
  br i1 %cmp18.i24, label %for.body20.i45, label %for.cond.i328

for.cond.i328:                                    ; preds = %for.cond17.i23, %for.body.i331
  %away.i327.0 = phi i32 [ %div.i334, %for.body.i331 ], [ 16, %for.cond17.i23 ]
  %value.addr.i326.0 = phi float [ %add.i333, %for.body.i331 ], [ %squares.i9.0, %for.cond17.i23 ]
  %cmp.i329 = icmp sgt i32 %away.i327.0, 0
  br i1 %cmp.i329, label %for.body.i331, label %_ZL8warp_sumf.exit335

for.body.i331:                                    ; preds = %for.cond.i328
  %35 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %value.addr.i326.0, i32 %away.i327.0, i32 31)
  %add.i333 = fadd contract float %value.addr.i326.0, %35
  %div.i334 = sdiv i32 %away.i327.0, 2
  br label %for.cond.i328, !llvm.loop !11

_ZL8warp_sumf.exit335:                            ; preds = %for.cond.i328
  %div40.i28 = fdiv contract float %value.addr.i326.0, %conv.i21
  %add41.i29 = fadd contract float %div40.i28, 0x3EE4F8B580000000
  %36 = call contract noundef float @llvm.nvvm.sqrt.rn.f(float %add41.i29)
  %div43.i31 = fdiv contract float 1.000000e+00, %36
  br label %for.cond45.i32

for.body20.i45:                                   ; preds = %for.cond17.i23
  %37 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %mul22.i47 = mul nsw i32 %n16.i10.0, 32
  %add23.i48 = add i32 %37, %mul22.i47
  %cmp25.i50 = icmp ult i32 %add23.i48, %div
  br i1 %cmp25.i50, label %if.then.i53, label %if.end.i51

if.then.i53:                                      ; preds = %for.body20.i45
  %splat.splatinsert.i54 = insertelement <4 x float> poison, float %div.i22, i64 0
  %splat.splat.i55 = shufflevector <4 x float> %splat.splatinsert.i54, <4 x float> poison, <4 x i32> zeroinitializer
  %idxprom26.i56 = sext i32 %n16.i10.0 to i64
  %arrayidx27.i57 = getelementptr inbounds [2 x <4 x float>], ptr %x.i3, i64 0, i64 %idxprom26.i56
  %38 = load <4 x float>, ptr %arrayidx27.i57, align 16, !tbaa !7
  %sub.i58 = fsub contract <4 x float> %38, %splat.splat.i55
  store <4 x float> %sub.i58, ptr %arrayidx27.i57, align 16, !tbaa !7
  %mul32.i63 = fmul contract <4 x float> %sub.i58, %sub.i58
  %39 = extractelement <4 x float> %mul32.i63, i64 0
  %40 = extractelement <4 x float> %mul32.i63, i64 1
  %add.i210 = fadd contract float %39, %40
  %41 = extractelement <4 x float> %mul32.i63, i64 2
  %42 = extractelement <4 x float> %mul32.i63, i64 3
  %add1.i211 = fadd contract float %41, %42
  %add2.i212 = fadd contract float %add.i210, %add1.i211
  %add34.i65 = fadd contract float %squares.i9.0, %add2.i212
  br label %if.end.i51

if.end.i51:                                       ; preds = %if.then.i53, %for.body20.i45
  %squares.i9.1 = phi float [ %add34.i65, %if.then.i53 ], [ %squares.i9.0, %for.body20.i45 ]
  %inc36.i52 = add nsw i32 %n16.i10.0, 1
  br label %for.cond17.i23, !llvm.loop !17

for.cond45.i32:                                   ; preds = %if.end58.i40, %_ZL8warp_sumf.exit335
  %n44.i12.0 = phi i32 [ 0, %_ZL8warp_sumf.exit335 ], [ %inc60.i41, %if.end58.i40 ]
  %cmp46.i33 = icmp slt i32 %n44.i12.0, 2
  br i1 %cmp46.i33, label %for.body48.i34, label %_ZL12in_registersILi2EEvRK3Rowi.exit

for.body48.i34:                                   ; preds = %for.cond45.i32
  %43 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %mul51.i36 = mul nsw i32 %n44.i12.0, 32
  %add52.i37 = add i32 %43, %mul51.i36
  %cmp54.i39 = icmp slt i32 %add52.i37, %div
  br i1 %cmp54.i39, label %if.then55.i42, label %if.end58.i40

if.then55.i42:                                    ; preds = %for.body48.i34
  %idxprom56.i43 = sext i32 %n44.i12.0 to i64
  %arrayidx57.i44 = getelementptr inbounds [2 x <4 x float>], ptr %x.i3, i64 0, i64 %idxprom56.i43
  %44 = load <4 x float>, ptr %arrayidx57.i44, align 16, !tbaa !7
  %idxprom.i403 = sext i32 %add52.i37 to i64
  %arrayidx.i404 = getelementptr inbounds <4 x float>, ptr %gamma, i64 %idxprom.i403
  %45 = load <4 x float>, ptr %arrayidx.i404, align 16, !tbaa !7
  %splat.splatinsert.i405 = insertelement <4 x float> poison, float %div43.i31, i64 0
  %splat.splat.i406 = shufflevector <4 x float> %splat.splatinsert.i405, <4 x float> poison, <4 x i32> zeroinitializer
  %mul.i407 = fmul contract <4 x float> %44, %splat.splat.i406
  %mul2.i408 = fmul contract <4 x float> %45, %mul.i407
  %arrayidx4.i411 = getelementptr inbounds <4 x float>, ptr %beta, i64 %idxprom.i403
  %46 = load <4 x float>, ptr %arrayidx4.i411, align 16, !tbaa !7
  %add.i412 = fadd contract <4 x float> %mul2.i408, %46
  %arrayidx6.i415 = getelementptr inbounds <4 x float>, ptr %add.ptr12, i64 %idxprom.i403
  store <4 x float> %add.i412, ptr %arrayidx6.i415, align 16, !tbaa !7
  br label %if.end58.i40

if.end58.i40:                                     ; preds = %if.then55.i42, %for.body48.i34
  %inc60.i41 = add nsw i32 %n44.i12.0, 1
  br label %for.cond45.i32, !llvm.loop !18

_ZL12in_registersILi2EEvRK3Rowi.exit:             ; preds = %for.cond45.i32
  call void @llvm.lifetime.end.p0(ptr %x.i3) #5
  br label %cleanup.cont

if.else18:                                        ; preds = %if.else
  %cmp19 = icmp sle i32 %div, 256
  br i1 %cmp19, label %if.then20, label %if.else21

if.then20:                                        ; preds = %if.else18
  call void @llvm.lifetime.start.p0(ptr %x.i88) #5
  br label %for.cond.i99

for.cond.i99:                                     ; preds = %cond.end.i164, %if.then20
  %n.i90.0 = phi i32 [ 0, %if.then20 ], [ %inc.i168, %cond.end.i164 ]
  %cmp.i100 = icmp slt i32 %n.i90.0, 8
  br i1 %cmp.i100, label %for.body.i157, label %for.cond4.i102

for.body.i157:                                    ; preds = %for.cond.i99
  %47 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %mul.i159 = mul nsw i32 %n.i90.0, 32
  %add.i160 = add i32 %47, %mul.i159
  %cmp1.i162 = icmp slt i32 %add.i160, %div
  br i1 %cmp1.i162, label %cond.true.i169, label %cond.end.i164

cond.true.i169:                                   ; preds = %for.body.i157
  %idxprom.i253 = sext i32 %add.i160 to i64
  %arrayidx.i254 = getelementptr inbounds <4 x float>, ptr %add.ptr, i64 %idxprom.i253
  %48 = load <4 x float>, ptr %arrayidx.i254, align 16, !tbaa !7
  %arrayidx3.i257 = getelementptr inbounds <4 x float>, ptr %add.ptr7, i64 %idxprom.i253
  %49 = load <4 x float>, ptr %arrayidx3.i257, align 16, !tbaa !7
  %add.i258 = fadd contract <4 x float> %48, %49
  %arrayidx5.i261 = getelementptr inbounds <4 x float>, ptr %bias, i64 %idxprom.i253
  %50 = load <4 x float>, ptr %arrayidx5.i261, align 16, !tbaa !7
  %add6.i262 = fadd contract <4 x float> %add.i258, %50
  br label %cond.end.i164

cond.end.i164:                                    ; preds = %for.body.i157, %cond.true.i169
  %cond.i165 = phi contract <4 x float> [ %add6.i262, %cond.true.i169 ], [ zeroinitializer, %for.body.i157 ]
  %idxprom.i166 = sext i32 %n.i90.0 to i64
  %arrayidx.i167 = getelementptr inbounds [8 x <4 x float>], ptr %x.i88, i64 0, i64 %idxprom.i166
  store <4 x float> %cond.i165, ptr %arrayidx.i167, align 16, !tbaa !7
  %inc.i168 = add nsw i32 %n.i90.0, 1
  br label %for.cond.i99, !llvm.loop !19

for.cond4.i102:                                   ; preds = %for.cond.i99, %for.body7.i151
  %n3.i92.0 = phi i32 [ %inc13.i156, %for.body7.i151 ], [ 0, %for.cond.i99 ]
  %sum.i89.0 = phi float [ %add11.i155, %for.body7.i151 ], [ 0.000000e+00, %for.cond.i99 ]
  %cmp5.i103 = icmp slt i32 %n3.i92.0, 8
  br i1 %cmp5.i103, label %for.body7.i151, label %for.cond.i318

for.cond.i318:                                    ; preds = %for.cond4.i102, %for.body.i321
  %away.i317.0 = phi i32 [ %div.i324, %for.body.i321 ], [ 16, %for.cond4.i102 ]
  %value.addr.i316.0 = phi float [ %add.i323, %for.body.i321 ], [ %sum.i89.0, %for.cond4.i102 ]
  %cmp.i319 = icmp sgt i32 %away.i317.0, 0
  br i1 %cmp.i319, label %for.body.i321, label %_ZL8warp_sumf.exit325

for.body.i321:                                    ; preds = %for.cond.i318
  %51 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %value.addr.i316.0, i32 %away.i317.0, i32 31)
  %add.i323 = fadd contract float %value.addr.i316.0, %51
  %div.i324 = sdiv i32 %away.i317.0, 2
  br label %for.cond.i318, !llvm.loop !11

_ZL8warp_sumf.exit325:                            ; preds = %for.cond.i318
  %conv.i106 = sitofp i32 %columns to float
  %div.i107 = fdiv contract float %value.addr.i316.0, %conv.i106
  br label %for.cond17.i108

for.body7.i151:                                   ; preds = %for.cond4.i102
  %idxprom8.i152 = sext i32 %n3.i92.0 to i64
  %arrayidx9.i153 = getelementptr inbounds [8 x <4 x float>], ptr %x.i88, i64 0, i64 %idxprom8.i152
  %52 = load <4 x float>, ptr %arrayidx9.i153, align 16, !tbaa !7
  %53 = extractelement <4 x float> %52, i64 0
  %54 = extractelement <4 x float> %52, i64 1
  %add.i198 = fadd contract float %53, %54
  %55 = extractelement <4 x float> %52, i64 2
  %56 = extractelement <4 x float> %52, i64 3
  %add1.i199 = fadd contract float %55, %56
  %add2.i200 = fadd contract float %add.i198, %add1.i199
  %add11.i155 = fadd contract float %sum.i89.0, %add2.i200
  %inc13.i156 = add nsw i32 %n3.i92.0, 1
  br label %for.cond4.i102, !llvm.loop !20

for.cond17.i108:                                  ; preds = %if.end.i136, %_ZL8warp_sumf.exit325
  %n16.i95.0 = phi i32 [ 0, %_ZL8warp_sumf.exit325 ], [ %inc36.i137, %if.end.i136 ]
  %squares.i94.0 = phi float [ 0.000000e+00, %_ZL8warp_sumf.exit325 ], [ %squares.i94.1, %if.end.i136 ]
  %cmp18.i109 = icmp slt i32 %n16.i95.0, 8
  br i1 %cmp18.i109, label %for.body20.i130, label %for.cond.i308

for.cond.i308:                                    ; preds = %for.cond17.i108, %for.body.i311
  %away.i307.0 = phi i32 [ %div.i314, %for.body.i311 ], [ 16, %for.cond17.i108 ]
  %value.addr.i306.0 = phi float [ %add.i313, %for.body.i311 ], [ %squares.i94.0, %for.cond17.i108 ]
  %cmp.i309 = icmp sgt i32 %away.i307.0, 0
  br i1 %cmp.i309, label %for.body.i311, label %_ZL8warp_sumf.exit315

for.body.i311:                                    ; preds = %for.cond.i308
  %57 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %value.addr.i306.0, i32 %away.i307.0, i32 31)
  %add.i313 = fadd contract float %value.addr.i306.0, %57
  %div.i314 = sdiv i32 %away.i307.0, 2
  br label %for.cond.i308, !llvm.loop !11

_ZL8warp_sumf.exit315:                            ; preds = %for.cond.i308
  %div40.i113 = fdiv contract float %value.addr.i306.0, %conv.i106
  %add41.i114 = fadd contract float %div40.i113, 0x3EE4F8B580000000
  %58 = call contract noundef float @llvm.nvvm.sqrt.rn.f(float %add41.i114)
  %div43.i116 = fdiv contract float 1.000000e+00, %58
  br label %for.cond45.i117

for.body20.i130:                                  ; preds = %for.cond17.i108
  %59 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %mul22.i132 = mul nsw i32 %n16.i95.0, 32
  %add23.i133 = add i32 %59, %mul22.i132
  %cmp25.i135 = icmp ult i32 %add23.i133, %div
  br i1 %cmp25.i135, label %if.then.i138, label %if.end.i136

if.then.i138:                                     ; preds = %for.body20.i130
  %splat.splatinsert.i139 = insertelement <4 x float> poison, float %div.i107, i64 0
  %splat.splat.i140 = shufflevector <4 x float> %splat.splatinsert.i139, <4 x float> poison, <4 x i32> zeroinitializer
  %idxprom26.i141 = sext i32 %n16.i95.0 to i64
  %arrayidx27.i142 = getelementptr inbounds [8 x <4 x float>], ptr %x.i88, i64 0, i64 %idxprom26.i141
  %60 = load <4 x float>, ptr %arrayidx27.i142, align 16, !tbaa !7
  %sub.i143 = fsub contract <4 x float> %60, %splat.splat.i140
  store <4 x float> %sub.i143, ptr %arrayidx27.i142, align 16, !tbaa !7
  %mul32.i148 = fmul contract <4 x float> %sub.i143, %sub.i143
  %61 = extractelement <4 x float> %mul32.i148, i64 0
  %62 = extractelement <4 x float> %mul32.i148, i64 1
  %add.i202 = fadd contract float %61, %62
  %63 = extractelement <4 x float> %mul32.i148, i64 2
  %64 = extractelement <4 x float> %mul32.i148, i64 3
  %add1.i203 = fadd contract float %63, %64
  %add2.i204 = fadd contract float %add.i202, %add1.i203
  %add34.i150 = fadd contract float %squares.i94.0, %add2.i204
  br label %if.end.i136

if.end.i136:                                      ; preds = %if.then.i138, %for.body20.i130
  %squares.i94.1 = phi float [ %add34.i150, %if.then.i138 ], [ %squares.i94.0, %for.body20.i130 ]
  %inc36.i137 = add nsw i32 %n16.i95.0, 1
  br label %for.cond17.i108, !llvm.loop !21

for.cond45.i117:                                  ; preds = %if.end58.i125, %_ZL8warp_sumf.exit315
  %n44.i97.0 = phi i32 [ 0, %_ZL8warp_sumf.exit315 ], [ %inc60.i126, %if.end58.i125 ]
  %cmp46.i118 = icmp slt i32 %n44.i97.0, 8
  br i1 %cmp46.i118, label %for.body48.i119, label %_ZL12in_registersILi8EEvRK3Rowi.exit

for.body48.i119:                                  ; preds = %for.cond45.i117
  %65 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %mul51.i121 = mul nsw i32 %n44.i97.0, 32
  %add52.i122 = add i32 %65, %mul51.i121
  %cmp54.i124 = icmp slt i32 %add52.i122, %div
  br i1 %cmp54.i124, label %if.then55.i127, label %if.end58.i125

if.then55.i127:                                   ; preds = %for.body48.i119
  %idxprom56.i128 = sext i32 %n44.i97.0 to i64
  %arrayidx57.i129 = getelementptr inbounds [8 x <4 x float>], ptr %x.i88, i64 0, i64 %idxprom56.i128
  %66 = load <4 x float>, ptr %arrayidx57.i129, align 16, !tbaa !7
  %idxprom.i384 = sext i32 %add52.i122 to i64
  %arrayidx.i385 = getelementptr inbounds <4 x float>, ptr %gamma, i64 %idxprom.i384
  %67 = load <4 x float>, ptr %arrayidx.i385, align 16, !tbaa !7
  %splat.splatinsert.i386 = insertelement <4 x float> poison, float %div43.i116, i64 0
  %splat.splat.i387 = shufflevector <4 x float> %splat.splatinsert.i386, <4 x float> poison, <4 x i32> zeroinitializer
  %mul.i388 = fmul contract <4 x float> %66, %splat.splat.i387
  %mul2.i389 = fmul contract <4 x float> %67, %mul.i388
  %arrayidx4.i392 = getelementptr inbounds <4 x float>, ptr %beta, i64 %idxprom.i384
  %68 = load <4 x float>, ptr %arrayidx4.i392, align 16, !tbaa !7
  %add.i393 = fadd contract <4 x float> %mul2.i389, %68
  %arrayidx6.i396 = getelementptr inbounds <4 x float>, ptr %add.ptr12, i64 %idxprom.i384
  store <4 x float> %add.i393, ptr %arrayidx6.i396, align 16, !tbaa !7
  br label %if.end58.i125

if.end58.i125:                                    ; preds = %if.then55.i127, %for.body48.i119
  %inc60.i126 = add nsw i32 %n44.i97.0, 1
  br label %for.cond45.i117, !llvm.loop !22

_ZL12in_registersILi8EEvRK3Rowi.exit:             ; preds = %for.cond45.i117
  call void @llvm.lifetime.end.p0(ptr %x.i88) #5
  br label %cleanup.cont

if.else21:                                        ; preds = %if.else18
  %69 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  br label %for.cond.i179

for.cond.i179:                                    ; preds = %for.body.i189, %if.else21
  %i.i174.0 = phi i32 [ %69, %if.else21 ], [ %add3.i, %for.body.i189 ]
  %sum.i173.0 = phi float [ 0.000000e+00, %if.else21 ], [ %add.i191, %for.body.i189 ]
  %cmp.i181 = icmp slt i32 %i.i174.0, %div
  br i1 %cmp.i181, label %for.body.i189, label %for.cond.i298

for.cond.i298:                                    ; preds = %for.cond.i179, %for.body.i301
  %away.i297.0 = phi i32 [ %div.i304, %for.body.i301 ], [ 16, %for.cond.i179 ]
  %value.addr.i296.0 = phi float [ %add.i303, %for.body.i301 ], [ %sum.i173.0, %for.cond.i179 ]
  %cmp.i299 = icmp sgt i32 %away.i297.0, 0
  br i1 %cmp.i299, label %for.body.i301, label %_ZL8warp_sumf.exit305

for.body.i301:                                    ; preds = %for.cond.i298
  %70 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %value.addr.i296.0, i32 %away.i297.0, i32 31)
  %add.i303 = fadd contract float %value.addr.i296.0, %70
  %div.i304 = sdiv i32 %away.i297.0, 2
  br label %for.cond.i298, !llvm.loop !11

_ZL8warp_sumf.exit305:                            ; preds = %for.cond.i298
  %conv.i183 = sitofp i32 %columns to float
  %div.i184 = fdiv contract float %value.addr.i296.0, %conv.i183
  br label %for.cond7.i

for.body.i189:                                    ; preds = %for.cond.i179
  %idxprom.i221 = sext i32 %i.i174.0 to i64
  %arrayidx.i222 = getelementptr inbounds <4 x float>, ptr %add.ptr, i64 %idxprom.i221
  %71 = load <4 x float>, ptr %arrayidx.i222, align 16, !tbaa !7
  %arrayidx3.i = getelementptr inbounds <4 x float>, ptr %add.ptr7, i64 %idxprom.i221
  %72 = load <4 x float>, ptr %arrayidx3.i, align 16, !tbaa !7
  %add.i223 = fadd contract <4 x float> %71, %72
  %arrayidx5.i = getelementptr inbounds <4 x float>, ptr %bias, i64 %idxprom.i221
  %73 = load <4 x float>, ptr %arrayidx5.i, align 16, !tbaa !7
  %add6.i = fadd contract <4 x float> %add.i223, %73
  %74 = extractelement <4 x float> %add6.i, i64 0
  %75 = extractelement <4 x float> %add6.i, i64 1
  %add.i192 = fadd contract float %74, %75
  %76 = extractelement <4 x float> %add6.i, i64 2
  %77 = extractelement <4 x float> %add6.i, i64 3
  %add1.i = fadd contract float %76, %77
  %add2.i = fadd contract float %add.i192, %add1.i
  %add.i191 = fadd contract float %sum.i173.0, %add2.i
  %add3.i = add nsw i32 %i.i174.0, 32
  br label %for.cond.i179, !llvm.loop !23

for.cond7.i:                                      ; preds = %for.body11.i, %_ZL8warp_sumf.exit305
  %i5.i.0 = phi i32 [ %69, %_ZL8warp_sumf.exit305 ], [ %add16.i, %for.body11.i ]
  %squares.i176.0 = phi float [ 0.000000e+00, %_ZL8warp_sumf.exit305 ], [ %add14.i, %for.body11.i ]
  %cmp9.i = icmp slt i32 %i5.i.0, %div
  br i1 %cmp9.i, label %for.body11.i, label %for.cond.i290

for.cond.i290:                                    ; preds = %for.cond7.i, %for.body.i293
  %away.i289.0 = phi i32 [ %div.i295, %for.body.i293 ], [ 16, %for.cond7.i ]
  %value.addr.i.0 = phi float [ %add.i294, %for.body.i293 ], [ %squares.i176.0, %for.cond7.i ]
  %cmp.i291 = icmp sgt i32 %away.i289.0, 0
  br i1 %cmp.i291, label %for.body.i293, label %_ZL8warp_sumf.exit

for.body.i293:                                    ; preds = %for.cond.i290
  %78 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %value.addr.i.0, i32 %away.i289.0, i32 31)
  %add.i294 = fadd contract float %value.addr.i.0, %78
  %div.i295 = sdiv i32 %away.i289.0, 2
  br label %for.cond.i290, !llvm.loop !11

_ZL8warp_sumf.exit:                               ; preds = %for.cond.i290
  %div20.i = fdiv contract float %value.addr.i.0, %conv.i183
  %add21.i = fadd contract float %div20.i, 0x3EE4F8B580000000
  %79 = call contract noundef float @llvm.nvvm.sqrt.rn.f(float %add21.i)
  %div23.i = fdiv contract float 1.000000e+00, %79
  br label %for.cond26.i

for.body11.i:                                     ; preds = %for.cond7.i
  %idxprom.i227 = sext i32 %i5.i.0 to i64
  %arrayidx.i228 = getelementptr inbounds <4 x float>, ptr %add.ptr, i64 %idxprom.i227
  %80 = load <4 x float>, ptr %arrayidx.i228, align 16, !tbaa !7
  %arrayidx3.i231 = getelementptr inbounds <4 x float>, ptr %add.ptr7, i64 %idxprom.i227
  %81 = load <4 x float>, ptr %arrayidx3.i231, align 16, !tbaa !7
  %add.i232 = fadd contract <4 x float> %80, %81
  %arrayidx5.i235 = getelementptr inbounds <4 x float>, ptr %bias, i64 %idxprom.i227
  %82 = load <4 x float>, ptr %arrayidx5.i235, align 16, !tbaa !7
  %add6.i236 = fadd contract <4 x float> %add.i232, %82
  %splat.splatinsert.i185 = insertelement <4 x float> poison, float %div.i184, i64 0
  %splat.splat.i186 = shufflevector <4 x float> %splat.splatinsert.i185, <4 x float> poison, <4 x i32> zeroinitializer
  %sub.i187 = fsub contract <4 x float> %add6.i236, %splat.splat.i186
  %mul.i188 = fmul contract <4 x float> %sub.i187, %sub.i187
  %83 = extractelement <4 x float> %mul.i188, i64 0
  %84 = extractelement <4 x float> %mul.i188, i64 1
  %add.i194 = fadd contract float %83, %84
  %85 = extractelement <4 x float> %mul.i188, i64 2
  %86 = extractelement <4 x float> %mul.i188, i64 3
  %add1.i195 = fadd contract float %85, %86
  %add2.i196 = fadd contract float %add.i194, %add1.i195
  %add14.i = fadd contract float %squares.i176.0, %add2.i196
  %add16.i = add nsw i32 %i5.i.0, 32
  br label %for.cond7.i, !llvm.loop !24

for.cond26.i:                                     ; preds = %for.body30.i, %_ZL8warp_sumf.exit
  %i24.i.0 = phi i32 [ %69, %_ZL8warp_sumf.exit ], [ %add36.i, %for.body30.i ]
  %cmp28.i = icmp slt i32 %i24.i.0, %div
  br i1 %cmp28.i, label %for.body30.i, label %cleanup.cont

for.body30.i:                                     ; preds = %for.cond26.i
  %idxprom.i240 = sext i32 %i24.i.0 to i64
  %arrayidx.i241 = getelementptr inbounds <4 x float>, ptr %add.ptr, i64 %idxprom.i240
  %87 = load <4 x float>, ptr %arrayidx.i241, align 16, !tbaa !7
  %arrayidx3.i244 = getelementptr inbounds <4 x float>, ptr %add.ptr7, i64 %idxprom.i240
  %88 = load <4 x float>, ptr %arrayidx3.i244, align 16, !tbaa !7
  %add.i245 = fadd contract <4 x float> %87, %88
  %arrayidx5.i248 = getelementptr inbounds <4 x float>, ptr %bias, i64 %idxprom.i240
  %89 = load <4 x float>, ptr %arrayidx5.i248, align 16, !tbaa !7
  %add6.i249 = fadd contract <4 x float> %add.i245, %89
  %splat.splatinsert32.i = insertelement <4 x float> poison, float %div.i184, i64 0
  %splat.splat33.i = shufflevector <4 x float> %splat.splatinsert32.i, <4 x float> poison, <4 x i32> zeroinitializer
  %sub34.i = fsub contract <4 x float> %add6.i249, %splat.splat33.i
  %arrayidx.i373 = getelementptr inbounds <4 x float>, ptr %gamma, i64 %idxprom.i240
  %90 = load <4 x float>, ptr %arrayidx.i373, align 16, !tbaa !7
  %splat.splatinsert.i374 = insertelement <4 x float> poison, float %div23.i, i64 0
  %splat.splat.i375 = shufflevector <4 x float> %splat.splatinsert.i374, <4 x float> poison, <4 x i32> zeroinitializer
  %mul.i376 = fmul contract <4 x float> %sub34.i, %splat.splat.i375
  %mul2.i = fmul contract <4 x float> %90, %mul.i376
  %arrayidx4.i = getelementptr inbounds <4 x float>, ptr %beta, i64 %idxprom.i240
  %91 = load <4 x float>, ptr %arrayidx4.i, align 16, !tbaa !7
  %add.i377 = fadd contract <4 x float> %mul2.i, %91
  %arrayidx6.i = getelementptr inbounds <4 x float>, ptr %add.ptr12, i64 %idxprom.i240
  store <4 x float> %add.i377, ptr %arrayidx6.i, align 16, !tbaa !7
  %add36.i = add nsw i32 %i24.i.0, 32
  br label %for.cond26.i, !llvm.loop !25

cleanup.cont:                                     ; preds = %entry, %_ZL12in_registersILi2EEvRK3Rowi.exit, %for.cond26.i, %_ZL12in_registersILi8EEvRK3Rowi.exit, %_ZL12in_registersILi1EEvRK3Rowi.exit
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
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #2

; Function Attrs: convergent nocallback nounwind memory(inaccessiblemem: readwrite)
declare float @llvm.nvvm.shfl.sync.bfly.f32(i32, float, i32, i32) #3

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(none)
declare float @llvm.nvvm.sqrt.rn.f(float) #4

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }
attributes #2 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #3 = { convergent nocallback nounwind memory(inaccessiblemem: readwrite) }
attributes #4 = { nocallback nofree nosync nounwind willreturn memory(none) }
attributes #5 = { nounwind }

!llvm.module.flags = !{!0, !1, !2}
!llvm.errno.tbaa = !{!3}

!0 = !{i32 1, !"wchar_size", i32 4}
!1 = !{i32 4, !"nvvm-reflect-ftz", i32 0}
!2 = !{i32 7, !"frame-pointer", i32 2}
!3 = !{!4, !4, i64 0}
!4 = !{!"int", !5, i64 0}
!5 = !{!"omnipotent char", !6, i64 0}
!6 = !{!"Simple C++ TBAA"}
!7 = !{!5, !5, i64 0}
!8 = distinct !{!8, !9, !10}
!9 = !{!"llvm.loop.mustprogress"}
!10 = !{!"llvm.loop.unroll.enable"}
!11 = distinct !{!11, !9, !10}
!12 = distinct !{!12, !9, !10}
!13 = distinct !{!13, !9, !10}
!14 = distinct !{!14, !9, !10}
!15 = distinct !{!15, !9, !10}
!16 = distinct !{!16, !9, !10}
!17 = distinct !{!17, !9, !10}
!18 = distinct !{!18, !9, !10}
!19 = distinct !{!19, !9, !10}
!20 = distinct !{!20, !9, !10}
!21 = distinct !{!21, !9, !10}
!22 = distinct !{!22, !9, !10}
!23 = distinct !{!23, !9}
!24 = distinct !{!24, !9}
!25 = distinct !{!25, !9}
