source_filename = "expert.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

@_ZZ9distancesE7vectors = internal addrspace(3) global [32 x [68 x float]] undef, align 16
@_ZZ9distancesE5asked = internal addrspace(3) global [32 x [20 x float]] undef, align 16
@_ZZ6selectE4near = internal addrspace(3) global [4 x [128 x float]] undef, align 4
@_ZZ6selectE5which = internal addrspace(3) global [4 x [128 x i32]] undef, align 4

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @distances(ptr noalias noundef %base, ptr noalias noundef %query, ptr noalias noundef %all, i32 noundef %queries, i32 noundef %n, i32 noundef %dim) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %mul = mul i32 %0, 64
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
  %mul2 = mul i32 %1, 16
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %rem = urem i32 %2, 16
  %mul4 = mul i32 %rem, 4
  %div = udiv i32 %2, 16
  %mul6 = mul i32 %div, 2
  br label %for.cond

for.cond:                                         ; preds = %for.end, %entry
  %from.0 = phi i32 [ 0, %entry ], [ %add24, %for.end ]
  %next.0 = phi <4 x float> [ zeroinitializer, %entry ], [ %next.1, %for.end ]
  %near.0 = phi <4 x float> [ zeroinitializer, %entry ], [ %near.1, %for.end ]
  %cmp = icmp slt i32 %from.0, %dim
  br i1 %cmp, label %for.body, label %for.cond26

for.body:                                         ; preds = %for.cond
  call void @llvm.experimental.noalias.scope.decl(metadata !7)
  br label %for.cond.i

for.cond.i:                                       ; preds = %if.end.i, %for.body
  %i.i.0 = phi i32 [ %2, %for.body ], [ %add27.i, %if.end.i ]
  %cmp.i = icmp slt i32 %i.i.0, 512
  br i1 %cmp.i, label %for.body.i, label %_ZL5stageILi64EEvPKfiiiiPAplT_Li4E_f.exit

for.body.i:                                       ; preds = %for.cond.i
  %div.i = sdiv i32 %i.i.0, 8
  %rem.i = srem i32 %i.i.0, 8
  %mul.i = mul nsw i32 %rem.i, 4
  %add.i = add nsw i32 %mul, %div.i
  %cmp1.i = icmp slt i32 %add.i, %n
  %add2.i = add nsw i32 %from.0, %mul.i
  %cmp3.i = icmp slt i32 %add2.i, %dim
  %or.cond = select i1 %cmp1.i, i1 %cmp3.i, i1 false
  br i1 %or.cond, label %if.then.i, label %if.end.i

if.then.i:                                        ; preds = %for.body.i
  %conv.i = sext i32 %add.i to i64
  %conv5.i = sext i32 %dim to i64
  %mul6.i = mul nsw i64 %conv.i, %conv5.i
  %add.ptr.i = getelementptr inbounds float, ptr %base, i64 %mul6.i
  %idx.ext.i = sext i32 %from.0 to i64
  %add.ptr7.i = getelementptr inbounds float, ptr %add.ptr.i, i64 %idx.ext.i
  %idx.ext8.i = sext i32 %mul.i to i64
  %add.ptr9.i = getelementptr inbounds float, ptr %add.ptr7.i, i64 %idx.ext8.i
  %3 = load <4 x float>, ptr %add.ptr9.i, align 16, !tbaa !10
  br label %if.end.i

if.end.i:                                         ; preds = %if.then.i, %for.body.i
  %four.i.0 = phi <4 x float> [ %3, %if.then.i ], [ zeroinitializer, %for.body.i ]
  %4 = extractelement <4 x float> %four.i.0, i64 0
  %idxprom.i = sext i32 %mul.i to i64
  %arrayidx.i = getelementptr inbounds [68 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ9distancesE7vectors to ptr), i64 %idxprom.i
  %idxprom10.i = sext i32 %div.i to i64
  %arrayidx11.i = getelementptr inbounds [68 x float], ptr %arrayidx.i, i64 0, i64 %idxprom10.i
  store float %4, ptr %arrayidx11.i, align 4, !tbaa !11
  %5 = extractelement <4 x float> %four.i.0, i64 1
  %add12.i = add nsw i32 %mul.i, 1
  %idxprom13.i = sext i32 %add12.i to i64
  %arrayidx14.i = getelementptr inbounds [68 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ9distancesE7vectors to ptr), i64 %idxprom13.i
  %arrayidx16.i = getelementptr inbounds [68 x float], ptr %arrayidx14.i, i64 0, i64 %idxprom10.i
  store float %5, ptr %arrayidx16.i, align 4, !tbaa !11
  %6 = extractelement <4 x float> %four.i.0, i64 2
  %add17.i = add nsw i32 %mul.i, 2
  %idxprom18.i = sext i32 %add17.i to i64
  %arrayidx19.i = getelementptr inbounds [68 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ9distancesE7vectors to ptr), i64 %idxprom18.i
  %arrayidx21.i = getelementptr inbounds [68 x float], ptr %arrayidx19.i, i64 0, i64 %idxprom10.i
  store float %6, ptr %arrayidx21.i, align 4, !tbaa !11
  %7 = extractelement <4 x float> %four.i.0, i64 3
  %add22.i = add nsw i32 %mul.i, 3
  %idxprom23.i = sext i32 %add22.i to i64
  %arrayidx24.i = getelementptr inbounds [68 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ9distancesE7vectors to ptr), i64 %idxprom23.i
  %arrayidx26.i = getelementptr inbounds [68 x float], ptr %arrayidx24.i, i64 0, i64 %idxprom10.i
  store float %7, ptr %arrayidx26.i, align 4, !tbaa !11
  %add27.i = add nsw i32 %i.i.0, 128
  br label %for.cond.i, !llvm.loop !13

_ZL5stageILi64EEvPKfiiiiPAplT_Li4E_f.exit:        ; preds = %for.cond.i
  call void @llvm.experimental.noalias.scope.decl(metadata !16)
  br label %for.cond.i11

for.cond.i11:                                     ; preds = %if.end.i19, %_ZL5stageILi64EEvPKfiiiiPAplT_Li4E_f.exit
  %i.i7.0 = phi i32 [ %2, %_ZL5stageILi64EEvPKfiiiiPAplT_Li4E_f.exit ], [ %add27.i39, %if.end.i19 ]
  %cmp.i12 = icmp slt i32 %i.i7.0, 128
  br i1 %cmp.i12, label %for.body.i13, label %_ZL5stageILi16EEvPKfiiiiPAplT_Li4E_f.exit

for.body.i13:                                     ; preds = %for.cond.i11
  %div.i14 = sdiv i32 %i.i7.0, 8
  %rem.i15 = srem i32 %i.i7.0, 8
  %mul.i16 = mul nsw i32 %rem.i15, 4
  %add.i17 = add nsw i32 %mul2, %div.i14
  %cmp1.i18 = icmp slt i32 %add.i17, %queries
  %add2.i41 = add nsw i32 %from.0, %mul.i16
  %cmp3.i42 = icmp slt i32 %add2.i41, %dim
  %or.cond139 = select i1 %cmp1.i18, i1 %cmp3.i42, i1 false
  br i1 %or.cond139, label %if.then.i43, label %if.end.i19

if.then.i43:                                      ; preds = %for.body.i13
  %conv.i45 = sext i32 %add.i17 to i64
  %conv5.i46 = sext i32 %dim to i64
  %mul6.i47 = mul nsw i64 %conv.i45, %conv5.i46
  %add.ptr.i48 = getelementptr inbounds float, ptr %query, i64 %mul6.i47
  %idx.ext.i49 = sext i32 %from.0 to i64
  %add.ptr7.i50 = getelementptr inbounds float, ptr %add.ptr.i48, i64 %idx.ext.i49
  %idx.ext8.i51 = sext i32 %mul.i16 to i64
  %add.ptr9.i52 = getelementptr inbounds float, ptr %add.ptr7.i50, i64 %idx.ext8.i51
  %8 = load <4 x float>, ptr %add.ptr9.i52, align 16, !tbaa !10
  br label %if.end.i19

if.end.i19:                                       ; preds = %if.then.i43, %for.body.i13
  %four.i10.0 = phi <4 x float> [ %8, %if.then.i43 ], [ zeroinitializer, %for.body.i13 ]
  %9 = extractelement <4 x float> %four.i10.0, i64 0
  %idxprom.i20 = sext i32 %mul.i16 to i64
  %arrayidx.i21 = getelementptr inbounds [20 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ9distancesE5asked to ptr), i64 %idxprom.i20
  %idxprom10.i22 = sext i32 %div.i14 to i64
  %arrayidx11.i23 = getelementptr inbounds [20 x float], ptr %arrayidx.i21, i64 0, i64 %idxprom10.i22
  store float %9, ptr %arrayidx11.i23, align 4, !tbaa !11
  %10 = extractelement <4 x float> %four.i10.0, i64 1
  %add12.i24 = add nsw i32 %mul.i16, 1
  %idxprom13.i25 = sext i32 %add12.i24 to i64
  %arrayidx14.i26 = getelementptr inbounds [20 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ9distancesE5asked to ptr), i64 %idxprom13.i25
  %arrayidx16.i28 = getelementptr inbounds [20 x float], ptr %arrayidx14.i26, i64 0, i64 %idxprom10.i22
  store float %10, ptr %arrayidx16.i28, align 4, !tbaa !11
  %11 = extractelement <4 x float> %four.i10.0, i64 2
  %add17.i29 = add nsw i32 %mul.i16, 2
  %idxprom18.i30 = sext i32 %add17.i29 to i64
  %arrayidx19.i31 = getelementptr inbounds [20 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ9distancesE5asked to ptr), i64 %idxprom18.i30
  %arrayidx21.i33 = getelementptr inbounds [20 x float], ptr %arrayidx19.i31, i64 0, i64 %idxprom10.i22
  store float %11, ptr %arrayidx21.i33, align 4, !tbaa !11
  %12 = extractelement <4 x float> %four.i10.0, i64 3
  %add22.i34 = add nsw i32 %mul.i16, 3
  %idxprom23.i35 = sext i32 %add22.i34 to i64
  %arrayidx24.i36 = getelementptr inbounds [20 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ9distancesE5asked to ptr), i64 %idxprom23.i35
  %arrayidx26.i38 = getelementptr inbounds [20 x float], ptr %arrayidx24.i36, i64 0, i64 %idxprom10.i22
  store float %12, ptr %arrayidx26.i38, align 4, !tbaa !11
  %add27.i39 = add nsw i32 %i.i7.0, 128
  br label %for.cond.i11, !llvm.loop !19

_ZL5stageILi16EEvPKfiiiiPAplT_Li4E_f.exit:        ; preds = %for.cond.i11
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  br label %for.cond7

for.cond7:                                        ; preds = %for.body10, %_ZL5stageILi16EEvPKfiiiiPAplT_Li4E_f.exit
  %d.0 = phi i32 [ 0, %_ZL5stageILi16EEvPKfiiiiPAplT_Li4E_f.exit ], [ %inc, %for.body10 ]
  %next.1 = phi <4 x float> [ %next.0, %_ZL5stageILi16EEvPKfiiiiPAplT_Li4E_f.exit ], [ %add22, %for.body10 ]
  %near.1 = phi <4 x float> [ %near.0, %_ZL5stageILi16EEvPKfiiiiPAplT_Li4E_f.exit ], [ %add, %for.body10 ]
  %cmp8 = icmp slt i32 %d.0, 32
  br i1 %cmp8, label %for.body10, label %for.end

for.body10:                                       ; preds = %for.cond7
  %idxprom = sext i32 %d.0 to i64
  %arrayidx = getelementptr inbounds [32 x [68 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ9distancesE7vectors to ptr), i64 0, i64 %idxprom
  %idxprom11 = sext i32 %mul4 to i64
  %arrayidx12 = getelementptr inbounds [68 x float], ptr %arrayidx, i64 0, i64 %idxprom11
  %13 = load <4 x float>, ptr %arrayidx12, align 4, !tbaa !10
  %arrayidx14 = getelementptr inbounds [32 x [20 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ9distancesE5asked to ptr), i64 0, i64 %idxprom
  %idxprom15 = sext i32 %mul6 to i64
  %arrayidx16 = getelementptr inbounds [20 x float], ptr %arrayidx14, i64 0, i64 %idxprom15
  %14 = load <2 x float>, ptr %arrayidx16, align 4, !tbaa !10
  %15 = extractelement <2 x float> %14, i64 0
  %splat.splatinsert = insertelement <4 x float> poison, float %15, i64 0
  %splat.splat = shufflevector <4 x float> %splat.splatinsert, <4 x float> poison, <4 x i32> zeroinitializer
  %sub = fsub contract <4 x float> %13, %splat.splat
  %16 = extractelement <2 x float> %14, i64 1
  %splat.splatinsert17 = insertelement <4 x float> poison, float %16, i64 0
  %splat.splat18 = shufflevector <4 x float> %splat.splatinsert17, <4 x float> poison, <4 x i32> zeroinitializer
  %sub19 = fsub contract <4 x float> %13, %splat.splat18
  %mul20 = fmul contract <4 x float> %sub, %sub
  %add = fadd contract <4 x float> %near.1, %mul20
  %mul21 = fmul contract <4 x float> %sub19, %sub19
  %add22 = fadd contract <4 x float> %next.1, %mul21
  %inc = add nsw i32 %d.0, 1
  br label %for.cond7, !llvm.loop !20

for.end:                                          ; preds = %for.cond7
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %add24 = add nsw i32 %from.0, 32
  br label %for.cond, !llvm.loop !22

for.cond26:                                       ; preds = %for.cond, %for.inc62
  %a.0 = phi i32 [ %inc63, %for.inc62 ], [ 0, %for.cond ]
  %cmp27 = icmp slt i32 %a.0, 2
  br i1 %cmp27, label %for.body29, label %for.end64

for.body29:                                       ; preds = %for.cond26
  %add30 = add nsw i32 %mul2, %mul6
  %add31 = add nsw i32 %add30, %a.0
  %cmp32 = icmp eq i32 %a.0, 0
  %near.0.next.0 = select contract i1 %cmp32, <4 x float> %near.0, <4 x float> %next.0
  %cmp33 = icmp slt i32 %add31, %queries
  br i1 %cmp33, label %if.then, label %for.inc62

if.then:                                          ; preds = %for.body29
  %conv = sext i32 %add31 to i64
  %conv34 = sext i32 %n to i64
  %mul35 = mul nsw i64 %conv, %conv34
  %add.ptr = getelementptr inbounds float, ptr %all, i64 %mul35
  %idx.ext = sext i32 %mul to i64
  %add.ptr36 = getelementptr inbounds float, ptr %add.ptr, i64 %idx.ext
  %idx.ext37 = sext i32 %mul4 to i64
  %add.ptr38 = getelementptr inbounds float, ptr %add.ptr36, i64 %idx.ext37
  %add39 = add nsw i32 %mul, %mul4
  %cmp40 = icmp slt i32 %add39, %n
  br i1 %cmp40, label %if.then41, label %if.end

if.then41:                                        ; preds = %if.then
  %17 = extractelement <4 x float> %near.0.next.0, i64 0
  store float %17, ptr %add.ptr38, align 4, !tbaa !11
  br label %if.end

if.end:                                           ; preds = %if.then41, %if.then
  %add44 = add nsw i32 %add39, 1
  %cmp45 = icmp slt i32 %add44, %n
  br i1 %cmp45, label %if.then46, label %if.end48

if.then46:                                        ; preds = %if.end
  %18 = extractelement <4 x float> %near.0.next.0, i64 1
  %arrayidx47 = getelementptr inbounds float, ptr %add.ptr38, i64 1
  store float %18, ptr %arrayidx47, align 4, !tbaa !11
  br label %if.end48

if.end48:                                         ; preds = %if.then46, %if.end
  %add50 = add nsw i32 %add39, 2
  %cmp51 = icmp slt i32 %add50, %n
  br i1 %cmp51, label %if.then52, label %if.end54

if.then52:                                        ; preds = %if.end48
  %19 = extractelement <4 x float> %near.0.next.0, i64 2
  %arrayidx53 = getelementptr inbounds float, ptr %add.ptr38, i64 2
  store float %19, ptr %arrayidx53, align 4, !tbaa !11
  br label %if.end54

if.end54:                                         ; preds = %if.then52, %if.end48
  %add56 = add nsw i32 %add39, 3
  %cmp57 = icmp slt i32 %add56, %n
  br i1 %cmp57, label %if.then58, label %for.inc62

if.then58:                                        ; preds = %if.end54
  %20 = extractelement <4 x float> %near.0.next.0, i64 3
  %arrayidx59 = getelementptr inbounds float, ptr %add.ptr38, i64 3
  store float %20, ptr %arrayidx59, align 4, !tbaa !11
  br label %for.inc62

for.inc62:                                        ; preds = %for.body29, %if.then58, %if.end54
  %inc63 = add nsw i32 %a.0, 1
  br label %for.cond26, !llvm.loop !23

for.end64:                                        ; preds = %for.cond26
  ret void
}

; Function Attrs: convergent nocallback nounwind
declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32) #1

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @select(ptr noalias noundef %all, ptr noalias noundef %distance, ptr noalias noundef %id, i32 noundef %n, i32 noundef %k) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %rem = srem i32 %0, 32
  %div = sdiv i32 %0, 32
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %conv = zext i32 %1 to i64
  %conv2 = sext i32 %n to i64
  %mul = mul nsw i64 %conv, %conv2
  %add.ptr = getelementptr inbounds float, ptr %all, i64 %mul
  br label %for.cond

for.cond:                                         ; preds = %for.body, %entry
  %best.0 = phi float [ 0x47EFFFFFE0000000, %entry ], [ %best.1, %for.body ]
  %best_id.0 = phi i32 [ %n, %entry ], [ %best_id.1, %for.body ]
  %i.0 = phi i32 [ %0, %entry ], [ %add, %for.body ]
  %cmp = icmp slt i32 %i.0, %n
  br i1 %cmp, label %for.body, label %for.cond4

for.body:                                         ; preds = %for.cond
  %idxprom = sext i32 %i.0 to i64
  %arrayidx = getelementptr inbounds float, ptr %add.ptr, i64 %idxprom
  %2 = load float, ptr %arrayidx, align 4, !tbaa !11
  %cmp3 = fcmp contract olt float %2, %best.0
  %best.1 = select i1 %cmp3, float %2, float %best.0
  %best_id.1 = select i1 %cmp3, i32 %i.0, i32 %best_id.0
  %add = add nsw i32 %i.0, 128
  br label %for.cond, !llvm.loop !24

for.cond4:                                        ; preds = %for.cond, %for.inc39
  %best.2 = phi float [ %best.3, %for.inc39 ], [ %best.0, %for.cond ]
  %best_id.2 = phi i32 [ %best_id.3, %for.inc39 ], [ %best_id.0, %for.cond ]
  %round.0 = phi i32 [ %inc, %for.inc39 ], [ 0, %for.cond ]
  %cmp5 = icmp slt i32 %round.0, %k
  br i1 %cmp5, label %for.cond.i, label %for.end40

for.cond.i:                                       ; preds = %for.cond4, %_ZL9is_nearerfifi.exit39
  %picked_id.0 = phi i32 [ %cond7.i, %_ZL9is_nearerfifi.exit39 ], [ %best_id.2, %for.cond4 ]
  %picked.0 = phi float [ %.picked.0, %_ZL9is_nearerfifi.exit39 ], [ %best.2, %for.cond4 ]
  %away.i.0 = phi i32 [ %div.i, %_ZL9is_nearerfifi.exit39 ], [ 16, %for.cond4 ]
  %cmp.i = icmp sgt i32 %away.i.0, 0
  br i1 %cmp.i, label %for.body.i, label %_ZL12warp_nearestRfRi.exit

for.body.i:                                       ; preds = %for.cond.i
  %3 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %picked.0, i32 %away.i.0, i32 31)
  %4 = call noundef i32 @llvm.nvvm.shfl.sync.bfly.i32(i32 -1, i32 %picked_id.0, i32 %away.i.0, i32 31)
  %cmp.i33 = fcmp contract olt float %3, %picked.0
  br i1 %cmp.i33, label %_ZL9is_nearerfifi.exit39, label %lor.rhs.i34

lor.rhs.i34:                                      ; preds = %for.body.i
  %cmp1.i35 = fcmp contract oeq float %3, %picked.0
  %cmp2.i38 = icmp slt i32 %4, %picked_id.0
  %5 = select i1 %cmp1.i35, i1 %cmp2.i38, i1 false
  br label %_ZL9is_nearerfifi.exit39

_ZL9is_nearerfifi.exit39:                         ; preds = %for.body.i, %lor.rhs.i34
  %6 = phi i1 [ true, %for.body.i ], [ %5, %lor.rhs.i34 ]
  %.picked.0 = select contract i1 %6, float %3, float %picked.0
  %cond7.i = select i1 %6, i32 %4, i32 %picked_id.0
  %div.i = sdiv i32 %away.i.0, 2
  br label %for.cond.i, !llvm.loop !25

_ZL12warp_nearestRfRi.exit:                       ; preds = %for.cond.i
  %cmp8 = icmp eq i32 %rem, 0
  br i1 %cmp8, label %if.then9, label %if.end18

if.then9:                                         ; preds = %_ZL12warp_nearestRfRi.exit
  %idxprom10 = sext i32 %div to i64
  %arrayidx11 = getelementptr inbounds [4 x [128 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ6selectE4near to ptr), i64 0, i64 %idxprom10
  %idxprom12 = sext i32 %round.0 to i64
  %arrayidx13 = getelementptr inbounds [128 x float], ptr %arrayidx11, i64 0, i64 %idxprom12
  store float %picked.0, ptr %arrayidx13, align 4, !tbaa !11
  %arrayidx15 = getelementptr inbounds [4 x [128 x i32]], ptr addrspacecast (ptr addrspace(3) @_ZZ6selectE5which to ptr), i64 0, i64 %idxprom10
  %arrayidx17 = getelementptr inbounds [128 x i32], ptr %arrayidx15, i64 0, i64 %idxprom12
  store i32 %picked_id.0, ptr %arrayidx17, align 4, !tbaa !3
  br label %if.end18

if.end18:                                         ; preds = %if.then9, %_ZL12warp_nearestRfRi.exit
  %cmp19 = icmp eq i32 %best_id.2, %picked_id.0
  %cmp20 = icmp slt i32 %picked_id.0, %n
  %or.cond = and i1 %cmp19, %cmp20
  br i1 %or.cond, label %for.cond23, label %for.inc39

for.cond23:                                       ; preds = %if.end18, %for.inc35
  %best.4 = phi float [ %best.5, %for.inc35 ], [ 0x47EFFFFFE0000000, %if.end18 ]
  %best_id.4 = phi i32 [ %best_id.5, %for.inc35 ], [ %n, %if.end18 ]
  %i22.0 = phi i32 [ %add36, %for.inc35 ], [ %0, %if.end18 ]
  %cmp24 = icmp slt i32 %i22.0, %n
  br i1 %cmp24, label %for.body26, label %for.inc39

for.body26:                                       ; preds = %for.cond23
  %idxprom28 = sext i32 %i22.0 to i64
  %arrayidx29 = getelementptr inbounds float, ptr %add.ptr, i64 %idxprom28
  %7 = load float, ptr %arrayidx29, align 4, !tbaa !11
  %cmp.i44 = fcmp contract olt float %picked.0, %7
  br i1 %cmp.i44, label %land.lhs.true31.critedge, label %lor.rhs.i45

lor.rhs.i45:                                      ; preds = %for.body26
  %cmp1.i46 = fcmp contract oeq float %picked.0, %7
  %cmp2.i49 = icmp slt i32 %picked_id.0, %i22.0
  %8 = select i1 %cmp1.i46, i1 %cmp2.i49, i1 false
  %cmp32 = fcmp contract olt float %7, %best.4
  %or.cond173 = select i1 %8, i1 %cmp32, i1 false
  br i1 %or.cond173, label %if.then33, label %for.inc35

land.lhs.true31.critedge:                         ; preds = %for.body26
  %cmp32.old = fcmp contract olt float %7, %best.4
  br i1 %cmp32.old, label %if.then33, label %for.inc35

if.then33:                                        ; preds = %lor.rhs.i45, %land.lhs.true31.critedge
  br label %for.inc35

for.inc35:                                        ; preds = %lor.rhs.i45, %land.lhs.true31.critedge, %if.then33
  %best.5 = phi float [ %7, %if.then33 ], [ %best.4, %land.lhs.true31.critedge ], [ %best.4, %lor.rhs.i45 ]
  %best_id.5 = phi i32 [ %i22.0, %if.then33 ], [ %best_id.4, %land.lhs.true31.critedge ], [ %best_id.4, %lor.rhs.i45 ]
  %add36 = add nsw i32 %i22.0, 128
  br label %for.cond23, !llvm.loop !26

for.inc39:                                        ; preds = %if.end18, %for.cond23
  %best.3 = phi float [ %best.2, %if.end18 ], [ %best.4, %for.cond23 ]
  %best_id.3 = phi i32 [ %best_id.2, %if.end18 ], [ %best_id.4, %for.cond23 ]
  %inc = add nsw i32 %round.0, 1
  br label %for.cond4, !llvm.loop !27

for.end40:                                        ; preds = %for.cond4
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %cmp41 = icmp eq i32 %div, 0
  br i1 %cmp41, label %for.cond44, label %if.end86

for.cond44:                                       ; preds = %for.end40, %for.inc83
  %taken.0 = phi i32 [ %taken.1, %for.inc83 ], [ 0, %for.end40 ]
  %round43.0 = phi i32 [ %inc84, %for.inc83 ], [ 0, %for.end40 ]
  %cmp45 = icmp slt i32 %round43.0, %k
  br i1 %cmp45, label %for.body47, label %if.end86

for.body47:                                       ; preds = %for.cond44
  %cmp48 = icmp slt i32 %rem, 4
  br i1 %cmp48, label %if.then49, label %if.end58

if.then49:                                        ; preds = %for.body47
  %idxprom50 = sext i32 %rem to i64
  %arrayidx51 = getelementptr inbounds [4 x [128 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ6selectE4near to ptr), i64 0, i64 %idxprom50
  %idxprom52 = sext i32 %taken.0 to i64
  %arrayidx53 = getelementptr inbounds [128 x float], ptr %arrayidx51, i64 0, i64 %idxprom52
  %9 = load float, ptr %arrayidx53, align 4, !tbaa !11
  %arrayidx55 = getelementptr inbounds [4 x [128 x i32]], ptr addrspacecast (ptr addrspace(3) @_ZZ6selectE5which to ptr), i64 0, i64 %idxprom50
  %arrayidx57 = getelementptr inbounds [128 x i32], ptr %arrayidx55, i64 0, i64 %idxprom52
  %10 = load i32, ptr %arrayidx57, align 4, !tbaa !3
  br label %if.end58

if.end58:                                         ; preds = %if.then49, %for.body47
  %head.0 = phi float [ %9, %if.then49 ], [ 0x47EFFFFFE0000000, %for.body47 ]
  %head_id.0 = phi i32 [ %10, %if.then49 ], [ %n, %for.body47 ]
  br label %for.cond.i7

for.cond.i7:                                      ; preds = %_ZL9is_nearerfifi.exit, %if.end58
  %picked_id60.0 = phi i32 [ %head_id.0, %if.end58 ], [ %cond7.i21, %_ZL9is_nearerfifi.exit ]
  %picked59.0 = phi float [ %head.0, %if.end58 ], [ %.picked59.0, %_ZL9is_nearerfifi.exit ]
  %away.i3.0 = phi i32 [ 16, %if.end58 ], [ %div.i22, %_ZL9is_nearerfifi.exit ]
  %cmp.i8 = icmp sgt i32 %away.i3.0, 0
  br i1 %cmp.i8, label %for.body.i9, label %_ZL12warp_nearestRfRi.exit25

for.body.i9:                                      ; preds = %for.cond.i7
  %11 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %picked59.0, i32 %away.i3.0, i32 31)
  %12 = call noundef i32 @llvm.nvvm.shfl.sync.bfly.i32(i32 -1, i32 %picked_id60.0, i32 %away.i3.0, i32 31)
  %cmp.i28 = fcmp contract olt float %11, %picked59.0
  br i1 %cmp.i28, label %_ZL9is_nearerfifi.exit, label %lor.rhs.i

lor.rhs.i:                                        ; preds = %for.body.i9
  %cmp1.i = fcmp contract oeq float %11, %picked59.0
  %cmp2.i = icmp slt i32 %12, %picked_id60.0
  %13 = select i1 %cmp1.i, i1 %cmp2.i, i1 false
  br label %_ZL9is_nearerfifi.exit

_ZL9is_nearerfifi.exit:                           ; preds = %for.body.i9, %lor.rhs.i
  %14 = phi i1 [ true, %for.body.i9 ], [ %13, %lor.rhs.i ]
  %.picked59.0 = select contract i1 %14, float %11, float %picked59.0
  %cond7.i21 = select i1 %14, i32 %12, i32 %picked_id60.0
  %div.i22 = sdiv i32 %away.i3.0, 2
  br label %for.cond.i7, !llvm.loop !25

_ZL12warp_nearestRfRi.exit25:                     ; preds = %for.cond.i7
  %cmp63 = icmp eq i32 %head_id.0, %picked_id60.0
  %or.cond174 = select i1 %cmp48, i1 %cmp63, i1 false
  %add65 = add nsw i32 %taken.0, 1
  %cmp66 = icmp slt i32 %add65, %k
  %spec.select = select i1 %cmp66, i32 %add65, i32 %taken.0
  %taken.1 = select i1 %or.cond174, i32 %spec.select, i32 %taken.0
  %cmp70 = icmp eq i32 %rem, 0
  br i1 %cmp70, label %if.then71, label %for.inc83

if.then71:                                        ; preds = %_ZL12warp_nearestRfRi.exit25
  %mul73 = mul i32 %1, %k
  %add74 = add i32 %mul73, %round43.0
  %idxprom75 = zext i32 %add74 to i64
  %arrayidx76 = getelementptr inbounds nuw float, ptr %distance, i64 %idxprom75
  store float %picked59.0, ptr %arrayidx76, align 4, !tbaa !11
  %arrayidx81 = getelementptr inbounds nuw i32, ptr %id, i64 %idxprom75
  store i32 %picked_id60.0, ptr %arrayidx81, align 4, !tbaa !3
  br label %for.inc83

for.inc83:                                        ; preds = %_ZL12warp_nearestRfRi.exit25, %if.then71
  %inc84 = add nsw i32 %round43.0, 1
  br label %for.cond44, !llvm.loop !28

if.end86:                                         ; preds = %for.cond44, %for.end40
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 65535) i32 @llvm.nvvm.read.ptx.sreg.ctaid.y() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #2

; Function Attrs: convergent nocallback nounwind memory(inaccessiblemem: readwrite)
declare float @llvm.nvvm.shfl.sync.bfly.f32(i32, float, i32, i32) #3

; Function Attrs: convergent nocallback nounwind memory(inaccessiblemem: readwrite)
declare i32 @llvm.nvvm.shfl.sync.bfly.i32(i32, i32, i32, i32) #3

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: readwrite)
declare void @llvm.experimental.noalias.scope.decl(metadata) #4

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "nvvm.maxntid"="128" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { convergent nocallback nounwind }
attributes #2 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #3 = { convergent nocallback nounwind memory(inaccessiblemem: readwrite) }
attributes #4 = { nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: readwrite) }

!llvm.module.flags = !{!0, !1, !2}
!llvm.errno.tbaa = !{!3}

!0 = !{i32 1, !"wchar_size", i32 4}
!1 = !{i32 4, !"nvvm-reflect-ftz", i32 0}
!2 = !{i32 7, !"frame-pointer", i32 2}
!3 = !{!4, !4, i64 0}
!4 = !{!"int", !5, i64 0}
!5 = !{!"omnipotent char", !6, i64 0}
!6 = !{!"Simple C++ TBAA"}
!7 = !{!8}
!8 = distinct !{!8, !9, !"_ZL5stageILi64EEvPKfiiiiPAplT_Li4E_f: %rows"}
!9 = distinct !{!9, !"_ZL5stageILi64EEvPKfiiiiPAplT_Li4E_f"}
!10 = !{!5, !5, i64 0}
!11 = !{!12, !12, i64 0}
!12 = !{!"float", !5, i64 0}
!13 = distinct !{!13, !14, !15}
!14 = !{!"llvm.loop.mustprogress"}
!15 = !{!"llvm.loop.unroll.enable"}
!16 = !{!17}
!17 = distinct !{!17, !18, !"_ZL5stageILi16EEvPKfiiiiPAplT_Li4E_f: %rows"}
!18 = distinct !{!18, !"_ZL5stageILi16EEvPKfiiiiPAplT_Li4E_f"}
!19 = distinct !{!19, !14, !15}
!20 = distinct !{!20, !14, !21}
!21 = !{!"llvm.loop.unroll.count", i32 8}
!22 = distinct !{!22, !14}
!23 = distinct !{!23, !14, !15}
!24 = distinct !{!24, !14}
!25 = distinct !{!25, !14, !15}
!26 = distinct !{!26, !14}
!27 = distinct !{!27, !14}
!28 = distinct !{!28, !14}
