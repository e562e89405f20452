source_filename = "expert.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

@shared = external dso_local addrspace(3) global [0 x i32], align 4

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @moe_choose(ptr noalias noundef %logits, ptr noalias noundef %expert, ptr noalias noundef %weight, i32 noundef %tokens, i32 noundef %experts) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %2
  %div = udiv i32 %add, 4
  %rem = urem i32 %2, 4
  %sub = sub nsw i32 %tokens, 1
  %cmp.i = icmp slt i32 %div, %sub
  %div.sub = select i1 %cmp.i, i32 %div, i32 %sub
  %conv = sext i32 %div.sub to i64
  %conv5 = sext i32 %experts to i64
  %mul6 = mul nsw i64 %conv, %conv5
  %add.ptr = getelementptr inbounds float, ptr %logits, i64 %mul6
  br label %for.cond

for.cond:                                         ; preds = %for.inc16, %entry
  %at.0 = phi i32 [ %rem, %entry ], [ %add17, %for.inc16 ]
  %best.0 = phi i32 [ 0, %entry ], [ %best.1, %for.inc16 ]
  %highest.0 = phi float [ 0xFFF0000000000000, %entry ], [ %highest.1, %for.inc16 ]
  %div7 = sdiv i32 %experts, 4
  %cmp = icmp slt i32 %at.0, %div7
  br i1 %cmp, label %for.body, label %for.cond19

for.body:                                         ; preds = %for.cond
  %idxprom = sext i32 %at.0 to i64
  %arrayidx = getelementptr inbounds <4 x float>, ptr %add.ptr, i64 %idxprom
  %3 = load <4 x float>, ptr %arrayidx, align 16, !tbaa !7
  br label %for.cond8

for.cond8:                                        ; preds = %for.body11, %for.body
  %e.0 = phi i32 [ 0, %for.body ], [ %inc, %for.body11 ]
  %best.1 = phi i32 [ %best.0, %for.body ], [ %best.2, %for.body11 ]
  %highest.1 = phi float [ %highest.0, %for.body ], [ %highest.2, %for.body11 ]
  %cmp9 = icmp slt i32 %e.0, 4
  br i1 %cmp9, label %for.body11, label %for.inc16

for.body11:                                       ; preds = %for.cond8
  %vecext = extractelement <4 x float> %3, i32 %e.0
  %cmp12 = fcmp contract ogt float %vecext, %highest.1
  %mul14 = mul nsw i32 %at.0, 4
  %add15 = add nsw i32 %mul14, %e.0
  %best.2 = select i1 %cmp12, i32 %add15, i32 %best.1
  %highest.2 = select i1 %cmp12, float %vecext, float %highest.1
  %inc = add nsw i32 %e.0, 1
  br label %for.cond8, !llvm.loop !8

for.inc16:                                        ; preds = %for.cond8
  %add17 = add nsw i32 %at.0, 4
  br label %for.cond, !llvm.loop !11

for.cond19:                                       ; preds = %for.cond, %for.inc30
  %away.0 = phi i32 [ %mul31, %for.inc30 ], [ 1, %for.cond ]
  %best.3 = phi i32 [ %best.4, %for.inc30 ], [ %best.0, %for.cond ]
  %highest.3 = phi float [ %highest.4, %for.inc30 ], [ %highest.0, %for.cond ]
  %cmp20 = icmp slt i32 %away.0, 4
  br i1 %cmp20, label %for.body22, label %for.cond34

for.body22:                                       ; preds = %for.cond19
  %4 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %highest.3, i32 %away.0, i32 31)
  %5 = call noundef i32 @llvm.nvvm.shfl.sync.bfly.i32(i32 -1, i32 %best.3, i32 %away.0, i32 31)
  %cmp25 = fcmp contract ogt float %4, %highest.3
  br i1 %cmp25, label %if.then28, label %lor.lhs.false

lor.lhs.false:                                    ; preds = %for.body22
  %cmp26 = fcmp contract oeq float %4, %highest.3
  %cmp27 = icmp slt i32 %5, %best.3
  %or.cond = select i1 %cmp26, i1 %cmp27, i1 false
  br i1 %or.cond, label %if.then28, label %for.inc30

if.then28:                                        ; preds = %lor.lhs.false, %for.body22
  br label %for.inc30

for.inc30:                                        ; preds = %lor.lhs.false, %if.then28
  %best.4 = phi i32 [ %5, %if.then28 ], [ %best.3, %lor.lhs.false ]
  %highest.4 = phi float [ %4, %if.then28 ], [ %highest.3, %lor.lhs.false ]
  %mul31 = mul nsw i32 %away.0, 2
  br label %for.cond19, !llvm.loop !13

for.cond34:                                       ; preds = %for.cond19, %for.body38
  %sum.0 = phi float [ %add50, %for.body38 ], [ 0.000000e+00, %for.cond19 ]
  %at33.0 = phi i32 [ %add52, %for.body38 ], [ %rem, %for.cond19 ]
  %cmp36 = icmp slt i32 %at33.0, %div7
  br i1 %cmp36, label %for.body38, label %for.cond55

for.body38:                                       ; preds = %for.cond34
  %idxprom40 = sext i32 %at33.0 to i64
  %arrayidx41 = getelementptr inbounds <4 x float>, ptr %add.ptr, i64 %idxprom40
  %6 = load <4 x float>, ptr %arrayidx41, align 16, !tbaa !7
  %splat.splatinsert = insertelement <4 x float> poison, float %highest.3, i64 0
  %splat.splat = shufflevector <4 x float> %splat.splatinsert, <4 x float> poison, <4 x i32> zeroinitializer
  %sub42 = fsub contract <4 x float> %6, %splat.splat
  %7 = extractelement <4 x float> %sub42, i64 0
  %mul.i = fmul contract float %7, 0x3FF7154760000000
  %8 = call contract noundef float @llvm.nvvm.ex2.approx.f32(float %mul.i)
  %9 = extractelement <4 x float> %sub42, i64 1
  %mul.i13 = fmul contract float %9, 0x3FF7154760000000
  %10 = call contract noundef float @llvm.nvvm.ex2.approx.f32(float %mul.i13)
  %add45 = fadd contract float %8, %10
  %11 = extractelement <4 x float> %sub42, i64 2
  %mul.i15 = fmul contract float %11, 0x3FF7154760000000
  %12 = call contract noundef float @llvm.nvvm.ex2.approx.f32(float %mul.i15)
  %13 = extractelement <4 x float> %sub42, i64 3
  %mul.i17 = fmul contract float %13, 0x3FF7154760000000
  %14 = call contract noundef float @llvm.nvvm.ex2.approx.f32(float %mul.i17)
  %add48 = fadd contract float %12, %14
  %add49 = fadd contract float %add45, %add48
  %add50 = fadd contract float %sum.0, %add49
  %add52 = add nsw i32 %at33.0, 4
  br label %for.cond34, !llvm.loop !14

for.cond55:                                       ; preds = %for.cond34, %for.body58
  %sum.1 = phi float [ %add60, %for.body58 ], [ %sum.0, %for.cond34 ]
  %away54.0 = phi i32 [ %mul62, %for.body58 ], [ 1, %for.cond34 ]
  %cmp56 = icmp slt i32 %away54.0, 4
  br i1 %cmp56, label %for.body58, label %for.end63

for.body58:                                       ; preds = %for.cond55
  %15 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %sum.1, i32 %away54.0, i32 31)
  %add60 = fadd contract float %sum.1, %15
  %mul62 = mul nsw i32 %away54.0, 2
  br label %for.cond55, !llvm.loop !15

for.end63:                                        ; preds = %for.cond55
  %cmp64 = icmp eq i32 %rem, 0
  %cmp66 = icmp slt i32 %div, %tokens
  %or.cond70 = and i1 %cmp64, %cmp66
  br i1 %or.cond70, label %if.then67, label %if.end73

if.then67:                                        ; preds = %for.end63
  %idxprom68 = sext i32 %div to i64
  %arrayidx69 = getelementptr inbounds i32, ptr %expert, i64 %idxprom68
  store i32 %best.3, ptr %arrayidx69, align 4, !tbaa !3
  %div70 = fdiv contract float 1.000000e+00, %sum.1
  %arrayidx72 = getelementptr inbounds float, ptr %weight, i64 %idxprom68
  store float %div70, ptr %arrayidx72, align 4, !tbaa !16
  br label %if.end73

if.end73:                                         ; preds = %if.then67, %for.end63
  ret void
}

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @moe_place(ptr noalias noundef %expert, ptr noalias noundef %weight, ptr noalias noundef %position, ptr noalias noundef %load, i32 noundef %tokens, i32 noundef %experts, i32 noundef %capacity) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.y()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.y()
  %mul = mul i32 %1, 32
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %2
  %mul4 = mul i32 %1, %experts
  %idx.ext = zext i32 %mul4 to i64
  %add.ptr = getelementptr inbounds nuw i32, ptr addrspacecast (ptr addrspace(3) @shared to ptr), i64 %idx.ext
  %mul5 = mul nsw i32 %0, 32
  %add6 = add nsw i32 %tokens, %mul5
  %sub = sub nsw i32 %add6, 1
  %div = sdiv i32 %sub, %mul5
  %mul8 = mul nsw i32 %div, 32
  %mul10 = mul i32 %1, %mul8
  %add11 = add nsw i32 %mul10, %mul8
  %cmp.i = icmp slt i32 %add11, %tokens
  %add11.tokens = select i1 %cmp.i, i32 %add11, i32 %tokens
  br label %for.cond

for.cond:                                         ; preds = %for.body, %entry
  %e.0 = phi i32 [ %2, %entry ], [ %add14, %for.body ]
  %cmp = icmp slt i32 %e.0, %experts
  br i1 %cmp, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  %idxprom = sext i32 %e.0 to i64
  %arrayidx = getelementptr inbounds i32, ptr %add.ptr, i64 %idxprom
  store i32 0, ptr %arrayidx, align 4, !tbaa !3
  %add14 = add nsw i32 %e.0, 32
  br label %for.cond, !llvm.loop !18

for.end:                                          ; preds = %for.cond
  call void @llvm.nvvm.bar.warp.sync(i32 -1)
  br label %for.cond15

for.cond15:                                       ; preds = %_ZL12count_tokensPii.exit, %for.end
  %from.0 = phi i32 [ %mul10, %for.end ], [ %add26, %_ZL12count_tokensPii.exit ]
  %cmp16 = icmp slt i32 %from.0, %add11.tokens
  br i1 %cmp16, label %for.body18, label %for.end27

for.body18:                                       ; preds = %for.cond15
  %add20 = add i32 %from.0, %2
  %cmp21 = icmp slt i32 %add20, %add11.tokens
  br i1 %cmp21, label %cond.true, label %cond.end

cond.true:                                        ; preds = %for.body18
  %idxprom22 = sext i32 %add20 to i64
  %arrayidx23 = getelementptr inbounds i32, ptr %expert, i64 %idxprom22
  %3 = load i32, ptr %arrayidx23, align 4, !tbaa !3
  br label %cond.end

cond.end:                                         ; preds = %for.body18, %cond.true
  %cond = phi i32 [ %3, %cond.true ], [ -1, %for.body18 ]
  %4 = call noundef i32 @llvm.nvvm.match.any.sync.i32(i32 -1, i32 %cond)
  %shl.i = shl i32 1, %2
  %sub.i = sub i32 %shl.i, 1
  %and.i = and i32 %4, %sub.i
  %cmp.i1 = icmp sge i32 %cond, 0
  call void @llvm.nvvm.bar.warp.sync(i32 -1)
  %cmp4.i = icmp eq i32 %and.i, 0
  %or.cond = select i1 %cmp.i1, i1 %cmp4.i, i1 false
  br i1 %or.cond, label %if.then.i, label %_ZL12count_tokensPii.exit

if.then.i:                                        ; preds = %cond.end
  %5 = call noundef i32 @llvm.ctpop.i32(i32 %4)
  %idxprom6.i = sext i32 %cond to i64
  %arrayidx7.i = getelementptr inbounds i32, ptr %add.ptr, i64 %idxprom6.i
  %6 = load i32, ptr %arrayidx7.i, align 4, !tbaa !3
  %add8.i = add nsw i32 %6, %5
  store i32 %add8.i, ptr %arrayidx7.i, align 4, !tbaa !3
  br label %_ZL12count_tokensPii.exit

_ZL12count_tokensPii.exit:                        ; preds = %cond.end, %if.then.i
  call void @llvm.nvvm.bar.warp.sync(i32 -1)
  %add26 = add nsw i32 %from.0, 32
  br label %for.cond15, !llvm.loop !19

for.end27:                                        ; preds = %for.cond15
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  br label %for.cond29

for.cond29:                                       ; preds = %for.end47, %for.end27
  %e28.0 = phi i32 [ %add, %for.end27 ], [ %add52, %for.end47 ]
  %cmp30 = icmp slt i32 %e28.0, %experts
  br i1 %cmp30, label %for.cond33, label %for.end53

for.cond33:                                       ; preds = %for.cond29, %for.body36
  %sum.0 = phi i32 [ %add45, %for.body36 ], [ 0, %for.cond29 ]
  %warp.0 = phi i32 [ %inc, %for.body36 ], [ 0, %for.cond29 ]
  %cmp34 = icmp slt i32 %warp.0, %0
  br i1 %cmp34, label %for.body36, label %for.end47

for.body36:                                       ; preds = %for.cond33
  %mul37 = mul nsw i32 %warp.0, %experts
  %add38 = add nsw i32 %mul37, %e28.0
  %idxprom39 = sext i32 %add38 to i64
  %arrayidx40 = getelementptr inbounds [0 x i32], ptr addrspacecast (ptr addrspace(3) @shared to ptr), i64 0, i64 %idxprom39
  %7 = load i32, ptr %arrayidx40, align 4, !tbaa !3
  store i32 %sum.0, ptr %arrayidx40, align 4, !tbaa !3
  %add45 = add nsw i32 %sum.0, %7
  %inc = add nsw i32 %warp.0, 1
  br label %for.cond33, !llvm.loop !21

for.end47:                                        ; preds = %for.cond33
  %idxprom48 = sext i32 %e28.0 to i64
  %arrayidx49 = getelementptr inbounds i32, ptr %load, i64 %idxprom48
  store i32 %sum.0, ptr %arrayidx49, align 4, !tbaa !3
  %add52 = add nsw i32 %e28.0, %mul5
  br label %for.cond29, !llvm.loop !22

for.end53:                                        ; preds = %for.cond29
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  br label %for.cond55

for.cond55:                                       ; preds = %for.inc83, %for.end53
  %from54.0 = phi i32 [ %mul10, %for.end53 ], [ %add84, %for.inc83 ]
  %cmp56 = icmp slt i32 %from54.0, %add11.tokens
  br i1 %cmp56, label %for.body58, label %for.end85

for.body58:                                       ; preds = %for.cond55
  %add61 = add i32 %from54.0, %2
  %cmp62 = icmp slt i32 %add61, %add11.tokens
  br i1 %cmp62, label %cond.true63, label %cond.end67

cond.true63:                                      ; preds = %for.body58
  %idxprom64 = sext i32 %add61 to i64
  %arrayidx65 = getelementptr inbounds i32, ptr %expert, i64 %idxprom64
  %8 = load i32, ptr %arrayidx65, align 4, !tbaa !3
  br label %cond.end67

cond.end67:                                       ; preds = %for.body58, %cond.true63
  %cond68 = phi i32 [ %8, %cond.true63 ], [ -1, %for.body58 ]
  %9 = call noundef i32 @llvm.nvvm.match.any.sync.i32(i32 -1, i32 %cond68)
  %shl.i13 = shl i32 1, %2
  %sub.i14 = sub i32 %shl.i13, 1
  %and.i15 = and i32 %9, %sub.i14
  %cmp.i16 = icmp sge i32 %cond68, 0
  br i1 %cmp.i16, label %cond.true.i28, label %cond.end.i18

cond.true.i28:                                    ; preds = %cond.end67
  %idxprom.i29 = sext i32 %cond68 to i64
  %arrayidx.i30 = getelementptr inbounds i32, ptr %add.ptr, i64 %idxprom.i29
  %10 = load i32, ptr %arrayidx.i30, align 4, !tbaa !3
  %11 = call noundef i32 @llvm.ctpop.i32(i32 %and.i15)
  %add.i32 = add nsw i32 %10, %11
  br label %cond.end.i18

cond.end.i18:                                     ; preds = %cond.end67, %cond.true.i28
  %cond.i19 = phi i32 [ %add.i32, %cond.true.i28 ], [ 0, %cond.end67 ]
  call void @llvm.nvvm.bar.warp.sync(i32 -1)
  %cmp4.i22 = icmp eq i32 %and.i15, 0
  %or.cond98 = select i1 %cmp.i16, i1 %cmp4.i22, i1 false
  br i1 %or.cond98, label %if.then.i23, label %_ZL12count_tokensPii.exit33

if.then.i23:                                      ; preds = %cond.end.i18
  %12 = call noundef i32 @llvm.ctpop.i32(i32 %9)
  %idxprom6.i25 = sext i32 %cond68 to i64
  %arrayidx7.i26 = getelementptr inbounds i32, ptr %add.ptr, i64 %idxprom6.i25
  %13 = load i32, ptr %arrayidx7.i26, align 4, !tbaa !3
  %add8.i27 = add nsw i32 %13, %12
  store i32 %add8.i27, ptr %arrayidx7.i26, align 4, !tbaa !3
  br label %_ZL12count_tokensPii.exit33

_ZL12count_tokensPii.exit33:                      ; preds = %cond.end.i18, %if.then.i23
  call void @llvm.nvvm.bar.warp.sync(i32 -1)
  br i1 %cmp62, label %if.then, label %for.inc83

if.then:                                          ; preds = %_ZL12count_tokensPii.exit33
  %cmp71 = icmp slt i32 %cond.i19, %capacity
  %cond.i19. = select i1 %cmp71, i32 %cond.i19, i32 -1
  %idxprom76 = sext i32 %add61 to i64
  %arrayidx77 = getelementptr inbounds i32, ptr %position, i64 %idxprom76
  store i32 %cond.i19., ptr %arrayidx77, align 4, !tbaa !3
  %cmp78 = icmp sge i32 %cond.i19, %capacity
  br i1 %cmp78, label %if.then79, label %for.inc83

if.then79:                                        ; preds = %if.then
  %arrayidx81 = getelementptr inbounds float, ptr %weight, i64 %idxprom76
  store float 0.000000e+00, ptr %arrayidx81, align 4, !tbaa !16
  br label %for.inc83

for.inc83:                                        ; preds = %_ZL12count_tokensPii.exit33, %if.then79, %if.then
  %add84 = add nsw i32 %from54.0, 32
  br label %for.cond55, !llvm.loop !23

for.end85:                                        ; preds = %for.cond55
  ret void
}

; Function Attrs: convergent nocallback nounwind
declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32) #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #2

; Function Attrs: convergent nocallback nounwind memory(inaccessiblemem: readwrite)
declare float @llvm.nvvm.shfl.sync.bfly.f32(i32, float, i32, i32) #3

; Function Attrs: convergent nocallback nounwind memory(inaccessiblemem: readwrite)
declare i32 @llvm.nvvm.shfl.sync.bfly.i32(i32, i32, i32, i32) #3

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(none)
declare float @llvm.nvvm.ex2.approx.f32(float) #4

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.y() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.y() #2

; Function Attrs: convergent nocallback nounwind
declare void @llvm.nvvm.bar.warp.sync(i32) #1

; Function Attrs: convergent nocallback nounwind memory(inaccessiblemem: readwrite)
declare i32 @llvm.nvvm.match.any.sync.i32(i32, i32) #3

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare i32 @llvm.ctpop.i32(i32) #5

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { convergent nocallback nounwind }
attributes #2 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #3 = { convergent nocallback nounwind memory(inaccessiblemem: readwrite) }
attributes #4 = { nocallback nofree nosync nounwind willreturn memory(none) }
attributes #5 = { nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }

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
!11 = distinct !{!11, !9, !12}
!12 = !{!"llvm.loop.unroll.count", i32 4}
!13 = distinct !{!13, !9, !10}
!14 = distinct !{!14, !9, !12}
!15 = distinct !{!15, !9, !10}
!16 = !{!17, !17, i64 0}
!17 = !{!"float", !5, i64 0}
!18 = distinct !{!18, !9}
!19 = distinct !{!19, !9, !20}
!20 = !{!"llvm.loop.unroll.disable"}
!21 = distinct !{!21, !9}
!22 = distinct !{!22, !9, !20}
!23 = distinct !{!23, !9, !20}
